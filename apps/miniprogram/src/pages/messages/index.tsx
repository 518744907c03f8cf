import type { MessageView } from '@assist/contracts';
import { View } from '@tarojs/components';
import { AccountGate } from '@/components/account-gate';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { Cites } from '@/components/cite';
import { Icon, type IconName } from '@/components/icon';
import { Note } from '@/components/note';
import { Head, Page, Section } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { Skeleton } from '@/components/skeleton';
import { today } from '@/platform/clock';
import { readMessage, useMyMessages } from '@/platform/my-messages';
import { goTo } from '@/platform/navigate';
import { useStore } from '@/platform/store';
import { unread } from '@/platform/unread';
import { momentFrom } from '@/wording/day';
import { openingOf } from './_parts/opening-of';
import './index.scss';

/** What has no picture of its own here is a paper. */
const ICONS: Partial<Record<MessageView['kind'], IconName>> = {
  'application-received': 'circle-check',
  'correction-asked': 'papers',
  'application-accepted': 'circle-check',
  'change-received': 'circle-check',
  'change-opinion': 'eye',
  'change-settled': 'circle-check',
  'authentication-counted': 'circle-check',
  'authentication-by-helper': 'people',
  'authentication-due': 'shield',
  'visit-arranged': 'calendar',
  'contact-change': 'swap',
  'door-recorded': 'people',
  'door-answered': 'circle-check',
  'helped-told': 'people',
};
/** There is something to look at, or to say no to. */
const ATTENTION: readonly MessageView['kind'][] = [
  'correction-asked',
  'authentication-by-helper',
  'authentication-due',
  'contact-change',
  'door-recorded',
  'decision-opinion',
  'decision-due-soon',
  'referral-asked',
  'check-answered',
  'not-kept-whole',
];

/** What was told, as it was told: when, with which code, and what it opens. */
export default function Messages() {
  return (
    <Page title="消息" tab="messages">
      <View className="real">
        <Card list>
          <Row icon="shield" title="收到短信、电话，不知真假？" under="在这里查一查" onTap={() => goTo('real')} />
        </Card>
      </View>
      <AccountGate>
        <Inside />
      </AccountGate>
      <View className="foot">
        <Icon name="shield" size="s" />
        我们从不收费，也不要验证码
      </View>
    </Page>
  );
}

function Inside() {
  const { inbox, problem, reload, more } = useMyMessages();
  const count = useStore(unread);
  if (!inbox && !problem)
    return (
      <>
        <Head tight title="消息" />
        <Skeleton rows={4} />
      </>
    );
  const items = inbox?.items ?? [];
  const news = items.filter((m) => !m.read);
  const old = items.filter((m) => m.read);
  const title =
    !inbox || (problem && count === 0) ? '这会儿没取到' : count > 0 ? `有 ${count} 条新的` : items.length ? '没有新的' : '现在没有消息';
  return (
    <>
      <Head tight title={title} />
      {problem ? <ProblemNote problem={problem} onAgain={reload} /> : null}
      {problem && inbox && items.length > 0 ? (
        <View className="gap">
          <Note tone="plain">{`先看上次的，${momentFrom(today(), new Date(inbox.at).toISOString())} 取的。`}</Note>
        </View>
      ) : null}
      {inbox && !problem && items.length === 0 ? <View className="quiet">交了申请、报了变化、约了上门以后，有消息就写在这里。</View> : null}
      {news.length ? (
        <Section title="要您看的">
          <List items={news} />
        </Section>
      ) : null}
      {old.length ? (
        <Section title="看过的">
          <List items={old} />
        </Section>
      ) : null}
      {inbox?.next ? (
        <View className="gap">
          <Button kind="second" busyText="正在取" onTap={more}>
            再往前看
          </Button>
        </View>
      ) : null}
    </>
  );
}

const List = ({ items }: { readonly items: readonly MessageView[] }) => (
  <Card list>
    {items.map((m) => (
      <Message key={m.messageId} message={m} />
    ))}
  </Card>
);

function Message({ message }: { readonly message: MessageView }) {
  const { kind, title, sentence, at, code, read } = message;
  const open = openingOf(message);
  return (
    <View className="message">
      <Row
        icon={ICONS[kind] ?? 'document'}
        iconTone={ATTENTION.includes(kind) ? 'attention' : 'done'}
        title={
          <View className="message__title">
            {title}
            {read ? null : <View className="message__new">新</View>}
          </View>
        }
        under={
          <>
            <View>{sentence.sentence}</View>
            <View className="digits">{momentFrom(today(), at)}</View>
            <View className="digits">
              核对码 <View className="message__code">{code}</View>
            </View>
          </>
        }
        onTap={() => {
          void readMessage(message);
          if (open) goTo(open.page, open.params);
        }}
      />
      <View className="message__cites">
        <Cites citations={sentence.clauses} />
      </View>
    </View>
  );
}
