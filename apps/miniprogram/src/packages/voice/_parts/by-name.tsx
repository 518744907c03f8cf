import type { Named } from '@assist/contracts';
import { View } from '@tarojs/components';
import { Choices } from '@/components/choice';
import { Note } from '@/components/note';
import { TextField } from '@/components/text-field';

export interface NameAnswer {
  readonly way: 'named' | 'without' | undefined;
  readonly name: string;
  readonly phone: string;
}
export const NO_NAME_YET: NameAnswer = { way: undefined, name: '', phone: '' };

/** What is to be sent of it; undefined where no name is left. */
export const namedOf = ({ way, name, phone }: NameAnswer): Named | undefined =>
  way === 'named' ? { name: name.trim(), phone: phone.trim() } : undefined;

/** What is still missing, in words. */
export function missingOf({ way, name, phone }: NameAnswer): string | undefined {
  if (!way) return '留不留名字，选一个';
  if (way === 'without') return undefined;
  if (!name.trim()) return '您怎么称呼？';
  return /^[\d\s+-]{3,20}$/.test(phone.trim()) ? undefined : '打哪个电话回您？';
}

/** With a name, or without: both are looked into, both get a number and secret words. */
export function ByName({
  value,
  problem,
  onChange,
}: {
  readonly value: NameAnswer;
  readonly problem?: string | undefined;
  readonly onChange: (value: NameAnswer) => void;
}) {
  return (
    <>
      <Choices
        label="留不留名字"
        value={value.way}
        options={[
          { value: 'without', title: '不留名字', under: '给您号和口令，自己回来看回复' },
          { value: 'named', title: '留名字和电话', under: '一件一件查，查完打电话回您' },
        ]}
        onChange={(way) => onChange({ ...value, way })}
      />
      {value.way === 'named' ? (
        <View className="gap">
          <TextField label="您怎么称呼" maxLength={30} value={value.name} onChange={(name) => onChange({ ...value, name })} />
          <TextField
            label="打哪个电话回您"
            keyboard="number"
            maxLength={20}
            value={value.phone}
            onChange={(phone) => onChange({ ...value, phone })}
          />
        </View>
      ) : null}
      {problem ? <Note tone="attention">{problem}</Note> : null}
    </>
  );
}
