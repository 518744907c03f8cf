import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ChangedDraft } from '@/application/change/change-record';
import { NOT_YET } from '@/application/change/form-of';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Choices } from '@/components/choice';
import { CitedSteps } from '@/components/cited-steps';
import { DateField } from '@/components/date-field';
import { Field } from '@/components/field';
import { Note } from '@/components/note';
import { Head, Page, Section } from '@/components/page';
import { PlaceField } from '@/components/place-field';
import { ProblemNote } from '@/components/problem-panel';
import { TextField } from '@/components/text-field';
import { today } from '@/platform/clock';
import { replaceWith } from '@/platform/navigate';
import { CITED } from '../../_logic/cited';
import { caseOf } from '../../_logic/household';
import { SendingNote } from '../../_parts/sending-note';
import { type ChangeProps, withChange } from '../../_parts/with-change';
import '../../_parts/change.scss';

const NEXT = [
  { sentence: '家里其他人重新算一遍，符合的接着保障。', clauses: [CITED.afterDeath] },
  { sentence: '丧葬的基本费用可以减免，问窗口就行。', clauses: [CITED.funeral] },
  { sentence: '手续三个月里办完，工作人员来办，不用您跑。', clauses: [CITED.afterDeath] },
];

/** One page, said once. It asks for nothing back, and speaks of no money. */
function Bereavement(props: ChangeProps) {
  const { app, record, family, change } = props;
  const [again, setAgain] = useState<string>();
  const one: ChangedDraft = record.draft.changed[0] ?? { event: 'death' };
  const set = (part: Partial<ChangedDraft>) => {
    setAgain(undefined);
    change((draft) => ({
      ...draft,
      changed: [{ ...one, ...part }],
      ...(part.memberName !== undefined && { personName: part.memberName }),
    }));
  };
  const members = caseOf(record, family)?.members.filter((m) => !m.me) ?? [];
  const now = today();
  const send = async (): Promise<void> => {
    if (!one.member && !one.memberName?.trim()) return setAgain('是哪一位走了？写个名字就行');
    if (one.happenedOn && one.happenedOn > now) return setAgain(NOT_YET);
    const sending = await app.changes.send(record.changeId);
    if (sending.kind === 'received') return replaceWith('changeReceipt', { id: record.changeId });
    if (sending.kind === 'fix') setAgain(sending.fields[0]?.sentence);
  };
  return (
    <Page
      title="有亲人过世"
      actions={
        <ActionBar hint="一次说完，后面的事我们来">
          <Button busy={app.changes.isSending(record.changeId)} onTap={send}>
            {record.askedAt === undefined ? '告诉镇上' : '再送一次'}
          </Button>
        </ActionBar>
      }
    >
      <Head title="请节哀" lead="说三样就行，记不清的先空着。" />
      <SendingNote {...props} />
      {again ? (
        <View className="below">
          <Note tone="attention">{again}</Note>
        </View>
      ) : null}
      {record.problem && record.askedAt === undefined ? (
        <View className="below">
          <ProblemNote problem={record.problem} />
        </View>
      ) : null}
      {members.length > 0 ? (
        <Field label="是哪一位走了？">
          <View className="gap-s">
            <Choices
              label="是哪一位走了"
              value={one.member}
              onChange={(member) => set({ member })}
              options={members.map((m) => ({ value: m.memberId, title: m.name }))}
            />
          </View>
        </Field>
      ) : (
        <>
          <TextField
            label="是哪一位走了？"
            hint="写名字"
            maxLength={50}
            value={one.memberName ?? ''}
            onChange={(memberName) => set({ memberName })}
          />
          <View className="gap-l">
            <PlaceField
              label="家住在哪里"
              hint="选到镇街，就知道归哪里办"
              value={record.draft.residence}
              onChange={(residence) => change((draft) => ({ ...draft, residence }))}
            />
          </View>
        </>
      )}
      <View className="gap-l">
        <DateField label="哪一天" aside="记不清就空着" to={now} value={one.happenedOn} onChange={(happenedOn) => set({ happenedOn })} />
      </View>
      <View className="gap-l">
        <TextField
          label="还有什么要我们知道的"
          aside="可以空着"
          placeholder="比如：家里老人没人照看"
          long
          maxLength={500}
          value={one.words ?? ''}
          onChange={(words) => set({ words })}
        />
      </View>
      <Section title="接下来">
        <CitedSteps steps={NEXT} />
      </Section>
      <View className="gap">
        <Note tone="plain">这里只记这一件事，不催办、不追问。</Note>
      </View>
    </Page>
  );
}

export default withChange('有亲人过世', Bereavement, 'bereavement');
