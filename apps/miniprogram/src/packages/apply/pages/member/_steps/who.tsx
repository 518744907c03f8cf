import { View } from '@tarojs/components';
import { useSyncExternalStore } from 'react';
import { calledName } from '@/application/words/lists';
import { RELATION_NAMES } from '@/application/words/names';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { DateField } from '@/components/date-field';
import { Head } from '@/components/page';
import { Select } from '@/components/select';
import { State } from '@/components/state';
import { TextField } from '@/components/text-field';
import { useApplicant } from '@/platform/acting';
import { today } from '@/platform/clock';
import { goTo } from '@/platform/navigate';
import { useFix } from '../../../_parts/fixes';
import type { StepProps } from './step-props';

const { self: _self, ...OTHERS } = RELATION_NAMES;

export function Who({ app, member, path, set }: StepProps) {
  const account = useApplicant();
  // It is written on another page while this one lies below.
  const waiting = useSyncExternalStore(
    app.claim.subscribe,
    () => app.claim.waiting() !== undefined,
    () => false,
  );
  const self = member.id === 'm1';
  const birth = useFix(app, `${path}.birthDate`);
  const claimed = (account && account.identity !== 'none') || waiting;
  const masked = account && 'maskedNumber' in account ? account.maskedNumber : undefined;
  return (
    <>
      <Head title={self ? '您是谁？' : `${member.name ? calledName(member) : '这位家人'}是您的谁？`} />
      {self ? null : (
        <Select
          label="是您的什么人"
          options={OTHERS}
          value={member.relation === 'other' && !member.name ? undefined : (member.relation as keyof typeof OTHERS)}
          onChange={(relation) => set({ relation })}
        />
      )}
      <View className="gap-l">
        <TextField
          label={self ? '您的姓名' : '姓名'}
          hint="照身份证、户口簿上的写"
          value={member.name}
          maxLength={50}
          onChange={(name) => set({ name })}
          problem={useFix(app, `${path}.name`)}
        />
      </View>
      <View className="gap-l">
        <DateField label="出生日期" value={member.birthDate} to={today()} onChange={(birthDate) => set({ birthDate })} problem={birth} />
      </View>
      {self && !account?.helped ? (
        <View className="gap-l">
          <Card list>
            <Row
              title="您的身份证号"
              under={claimed ? (masked?.replace(/\*+/, '****') ?? '写好了') : '交上去以前写上就行'}
              aside={<State kind={claimed ? 'done' : 'none'}>{claimed ? '写好了' : '还没写'}</State>}
              onTap={() => goTo('identity')}
            />
          </Card>
          {account?.name && !member.name ? (
            <View className="gap">
              <Button kind="second" small onTap={() => set({ name: account.name as string })}>
                {`就写 ${account.name}`}
              </Button>
            </View>
          ) : null}
        </View>
      ) : null}
    </>
  );
}
