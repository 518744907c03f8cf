import type { CitedSentence, Problem } from '@assist/contracts';
import { View } from '@tarojs/components';
import type { UrgentEntry, UrgentHelp } from '@/application/urgent/urgent-help';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Cites } from '@/components/cite';
import { Note } from '@/components/note';
import { Page, Section } from '@/components/page';
import { Slip, SlipNumber } from '@/components/slip';
import { IntoApplication } from './into-application';
import { Numbers } from './numbers';

const Said = ({ one }: { readonly one: CitedSentence }) => (
  <View className="gap">
    <View>{one.sentence}</View>
    <Cites citations={one.clauses} />
  </View>
);

interface SentProps {
  readonly urgent: UrgentHelp;
  readonly entry: UrgentEntry;
  readonly waits: Problem | undefined;
  readonly busy: boolean;
}

/** What became of a call: kept on the phone, or with the township, with its number, its hour and every try. */
export function Sent({ urgent, entry, waits, busy }: SentProps) {
  const { view } = entry;
  return (
    <Page
      open
      title="急事求助"
      actions={
        <ActionBar hint="人命关天，先打 120、110、119">
          <Button kind="second" icon="again" busy={busy} busyText={view ? '正在看' : '正在送'} onTap={() => urgent.look()}>
            {view ? '看看到哪一步了' : '现在送'}
          </Button>
        </ActionBar>
      }
    >
      {view ? (
        <Slip title="镇街收到了" sub={view.office.name}>
          <SlipNumber label="求助编号" number={view.number} hint="打电话时报这个号；它打不开别的" />
        </Slip>
      ) : (
        <Note tone="urgent" title="还没有送出去，在手机里">
          {waits?.status === 429 ? '送的人太多，等一下自己再送。' : '没有网，有网就自己送出去，不用再写。'}等不得，就打下面的电话。
        </Note>
      )}
      {view ? (
        <Section title="现在">
          <Card>
            <Said one={view.sentence} />
            {view.now ? <Said one={view.now} /> : null}
            {view.sound === 'awaited' ? (
              <View className="gap small">{entry.sound ? '录音还在送。' : '录音没有送到，打电话时再说一遍就行。'}</View>
            ) : null}
            {entry.phoneLeft !== false ? null : <View className="gap small">您没有留电话，镇街会去您说的地方找。</View>}
          </Card>
        </Section>
      ) : null}
      {view?.tries.length ? (
        <Section title="怎么找过您">
          <Card>
            {view.tries.map((one) => (
              <View key={one.at + one.words} className="gap">
                {one.at.slice(5, 16).replace('T', ' ')} {one.words}
              </View>
            ))}
          </Card>
        </Section>
      ) : null}
      {view?.next.length ? (
        <Section title="接下来">
          <Card>
            {view.next.map((one) => (
              <Said key={one.sentence} one={one} />
            ))}
          </Card>
        </Section>
      ) : null}
      {view ? <IntoApplication view={view} secret={entry.call.secret} onView={(next) => void urgent.heard(next)} /> : null}
      <Numbers office={view?.office} />
      {view ? (
        <View className="gap-l">
          <Button kind="quiet" onTap={() => urgent.another()}>
            又出了别的急事，再求助一次
          </Button>
        </View>
      ) : null}
    </Page>
  );
}
