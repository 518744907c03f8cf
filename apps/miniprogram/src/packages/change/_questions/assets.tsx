import { View } from '@tarojs/components';
import { VEHICLE_NAMES } from '@/application/words/names';
import { AmountInput } from '@/components/amount-input';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import { Head } from '@/components/page';
import { Select } from '@/components/select';
import { SquareMetres } from '@/components/square-metres';
import type { EventQuestionProps } from './question-props';

type Assets = NonNullable<EventQuestionProps['one']['assets']>;
interface PartProps {
  readonly assets: Assets;
  readonly put: (part: Partial<Assets>) => void;
}

/** What the household has from now on, of the kind that changed. */
export function AssetsQuestion({ question, one, set }: EventQuestionProps) {
  const assets = one.assets ?? {};
  const put = (part: Partial<Assets>) => set({ assets: { ...one.assets, ...part } });
  const Part = question.event.startsWith('dwelling') ? Dwellings : question.event.startsWith('vehicle') ? Vehicles : Deposits;
  return <Part assets={assets} put={put} />;
}

function Dwellings({ assets: { dwellings }, put }: PartProps) {
  const all = dwellings ?? [];
  return (
    <>
      <Head title="现在家里有几套房子？" lead="写在家里人名下的。租的、借的不算。" />
      <Choice option={{ value: 'none', title: '没有房子' }} on={dwellings?.length === 0} onTap={() => put({ dwellings: [] })} />
      <View className="stack gap">
        {all.map((home, i) => (
          <Card key={String(i)}>
            <SquareMetres
              label={`第 ${i + 1} 套，多少平方米`}
              value={home.squareMetres}
              onChange={(squareMetres) => put({ dwellings: all.map((one, j) => (j === i ? { ...one, squareMetres } : one)) })}
            />
            <Button kind="quiet" onTap={() => put({ dwellings: all.filter((_, j) => j !== i) })}>
              去掉这一套
            </Button>
          </Card>
        ))}
        <Button kind="second" icon="plus" onTap={() => put({ dwellings: [...all, {}] })}>
          {all.length ? '再加一套' : '有，加一套'}
        </Button>
      </View>
    </>
  );
}

function Vehicles({ assets: { vehicles }, put }: PartProps) {
  const all = vehicles ?? [];
  const change = (i: number, part: Partial<(typeof all)[number]>) =>
    put({ vehicles: all.map((one, j) => (j === i ? { ...one, ...part } : one)) });
  return (
    <>
      <Head title="现在家里有哪些车？" lead="写在家里人名下的，摩托车也算。" />
      <Choice option={{ value: 'none', title: '没有车' }} on={vehicles?.length === 0} onTap={() => put({ vehicles: [] })} />
      <View className="stack gap">
        {all.map((one, i) => (
          <Card key={String(i)}>
            <Select label={`第 ${i + 1} 辆是什么车`} options={VEHICLE_NAMES} value={one.kind} onChange={(kind) => change(i, { kind })} />
            <View className="gap-l">
              <AmountInput
                label="现在值多少"
                hint="不知道就空着"
                value={one.presentValue}
                onChange={(presentValue) => change(i, { presentValue })}
              />
            </View>
            <Button kind="quiet" onTap={() => put({ vehicles: all.filter((_, j) => j !== i) })}>
              去掉这一辆
            </Button>
          </Card>
        ))}
        <Button kind="second" icon="plus" onTap={() => put({ vehicles: [...all, { kind: 'car' }] })}>
          {all.length ? '再加一辆' : '有，加一辆'}
        </Button>
      </View>
    </>
  );
}

const Deposits = ({ assets: { financial }, put }: PartProps) => (
  <>
    <Head title="现在全家存款一共多少？" lead="银行、微信、股票、保险都算，大概的也行。" />
    <AmountInput label="存款一共" value={financial} onChange={(amount) => put({ financial: amount })} />
  </>
);
