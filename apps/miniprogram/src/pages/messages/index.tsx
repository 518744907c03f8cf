import type { ApplicationState } from '@assist/contracts';
import { APPLICATION_STATE_NAMES } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { AccountGate } from '@/components/account-gate';
import { Card, Row } from '@/components/card';
import type { IconName } from '@/components/icon';
import { Icon } from '@/components/icon';
import { Head, Page, Section } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { Skeleton } from '@/components/skeleton';
import { SpokenNumber } from '@/components/slip';
import { today } from '@/platform/clock';
import { useMyApplications } from '@/platform/my-applications';
import { goTo } from '@/platform/navigate';
import { isNews, markSeen, seenUntil } from '@/platform/unread';
import { momentFrom } from '@/wording/day';
import { type Message, messagesOf } from './_parts/messages-of';

const ICONS: Record<ApplicationState, IconName> = {
  received: 'circle-check',
  opened: 'eye',
  'correction-asked': 'papers',
  'correction-answered': 'circle-check',
  accepted: 'circle-check',
};

/** What happened to the applications of this account, as it happened. No message is made up. */
export default function Messages() {
  return (
    <Page title="消息" tab="messages">
      <AccountGate>
        <Inside />
      </AccountGate>
      <View className="section">
        <Card list>
          <Row
            icon="shield"
            title="来人、来电话是真的吗"
            under="我们从不收费，也不要验证码"
            onTap={() => goTo('help', { about: 'real' })}
          />
        </Card>
      </View>
    </Page>
  );
}

function Inside() {
  const { remote, reload } = useMyApplications();
  const [seen] = useState(seenUntil);
  useEffect(() => {
    if (remote.state === 'ready') markSeen(remote.data);
  }, [remote]);
  if (remote.state === 'loading')
    return (
      <>
        <Head tight title="消息" />
        <Skeleton rows={4} />
      </>
    );
  if (remote.state === 'problem')
    return (
      <>
        <Head tight title="这会儿没取到" />
        <ProblemNote problem={remote.problem} onAgain={reload} />
      </>
    );
  const all = messagesOf(remote.data);
  const news = all.filter((m) => isNews(m.at, seen));
  const old = all.filter((m) => !isNews(m.at, seen));
  return (
    <>
      <Head tight title={news.length ? `有 ${news.length} 条新的` : all.length ? '没有新的' : '现在没有消息'} />
      {all.length === 0 ? <View className="quiet">交了申请以后，镇上收到、打开、要您补什么，都写在这里。</View> : null}
      {news.length ? (
        <Section title="新的">
          <List items={news} />
        </Section>
      ) : null}
      {old.length ? (
        <Section title="看过的">
          <List items={old} />
        </Section>
      ) : null}
      <View className="foot">
        <Icon name="info" size="s" />
        现在只在这里说，还不发到微信里
      </View>
    </>
  );
}

function List({ items }: { readonly items: readonly Message[] }) {
  return (
    <Card list>
      {items.map((m) => (
        <Row
          key={m.key}
          icon={ICONS[m.state]}
          iconTone={m.state === 'correction-asked' ? 'attention' : 'done'}
          title={APPLICATION_STATE_NAMES[m.state]}
          under={
            <>
              {m.more ? <View>{m.more}</View> : null}
              <View className="digits">{momentFrom(today(), m.at)}</View>
              <SpokenNumber number={m.number} />
            </>
          }
          onTap={() => goTo('progress', { id: m.applicationId })}
        />
      ))}
    </Card>
  );
}
