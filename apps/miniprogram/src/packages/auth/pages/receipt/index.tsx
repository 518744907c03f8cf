import type { AuthenticationView } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { Application } from '@/application/application';
import { ActionBar } from '@/components/action-bar';
import { AskReminders } from '@/components/ask-reminders';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { Cites } from '@/components/cite';
import { Note } from '@/components/note';
import { Head, Page, Section } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { Skeleton } from '@/components/skeleton';
import { Facts, Slip, SlipNumber, SpokenNumber } from '@/components/slip';
import { today } from '@/platform/clock';
import { goTo, replaceWith } from '@/platform/navigate';
import { dayFrom, dayInWords } from '@/wording/day';
import { HOW, TITLES } from '../../_logic/receipt-words';
import { useRecords } from '../../_parts/loaded';
import { withPhone } from '../../_parts/with-run';
import '../../_parts/auth.scss';

/** Proof that somebody was seen (`id`), or all of them. */
function Receipt(_props: { readonly app: Application }) {
  const { id } = useRouter().params;
  const { remote, reload } = useRecords();
  if (remote.state !== 'ready')
    return (
      <Page title="认证凭证">
        <Head tight title={remote.state === 'problem' ? '这会儿没取到' : '认证凭证'} />
        {remote.state === 'problem' ? <ProblemNote problem={remote.problem} onAgain={reload} /> : <Skeleton rows={5} />}
      </Page>
    );
  const one = remote.data.find((record) => record.authenticationId === id);
  return one ? <Paper record={one} /> : <All records={remote.data} />;
}

function Paper({ record }: { readonly record: AuthenticationView }) {
  const { state, sentence, whoName, on, contact, by, office, nextDue, number } = record;
  const counted = state === 'counted';
  return (
    <Page
      title="认证凭证"
      actions={
        <ActionBar hint="凭证一直在“以前的凭证”里">
          <Button onTap={() => replaceWith('auth')}>好，知道了</Button>
        </ActionBar>
      }
    >
      <Slip title={TITLES[state]} {...(office && { sub: office.name })}>
        <SlipNumber label="凭证号" number={number} hint="打电话、去窗口报它。光凭号，看不到资料。" />
        <View className="gap-l">
          <Facts
            facts={[
              { name: '谁', value: whoName },
              { name: '哪天', value: dayInWords(on) },
              { name: '怎么做的', value: HOW[contact] },
              { name: '谁帮着做的', value: by },
              ...(nextDue ? [{ name: '下次', value: `${dayInWords(nextDue)}前，之前不用做` }] : []),
            ]}
          />
        </View>
      </Slip>
      <View className="gap">
        <Note tone="good">{sentence.sentence}</Note>
        <Cites citations={sentence.clauses} />
      </View>
      <AskReminders about={['due']} why={counted ? '明年快到日子的时候，提醒您一声。' : '看好了，第一时间告诉您。'} />
    </Page>
  );
}

const All = ({ records }: { readonly records: readonly AuthenticationView[] }) => (
  <Page title="认证凭证">
    <Head
      tight
      title={records.length ? '哪天见过面，都在这里' : '还没有凭证'}
      lead={records.length ? '点开看凭证号。' : '刷过脸、见过面以后，凭证就在这里。'}
    />
    {records.length ? (
      <Card list>
        {records.map((record) => (
          <Row
            key={record.authenticationId}
            icon={record.state === 'counted' ? 'circle-check' : 'hourglass'}
            iconTone={record.state === 'counted' ? 'done' : 'plain'}
            title={`${record.whoName}，${TITLES[record.state]}`}
            under={
              <>
                <View>{`${dayFrom(today(), record.on)}，${HOW[record.contact]}`}</View>
                <SpokenNumber number={record.number} />
              </>
            }
            onTap={() => goTo('authReceipt', { id: record.authenticationId })}
          />
        ))}
      </Card>
    ) : null}
    <Section title="还要做什么">
      <Card list>
        <Row icon="shield" title="看家里人的认证" onTap={() => replaceWith('auth')} />
      </Card>
    </Section>
  </Page>
);

export default withPhone('认证凭证', Receipt);
