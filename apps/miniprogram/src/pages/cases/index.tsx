import { APPLICATION_STATE_NAMES, type ApplicationView, wordsOf } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { application } from '@/application/application';
import { isEmpty } from '@/application/draft/draft-record';
import { AccountGate } from '@/components/account-gate';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { Icon } from '@/components/icon';
import { Head, Page, Section } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { Skeleton } from '@/components/skeleton';
import { SpokenNumber } from '@/components/slip';
import { State } from '@/components/state';
import { today } from '@/platform/clock';
import { useMyApplications, useMyChanges } from '@/platform/my-sent';
import { goTo } from '@/platform/navigate';
import { useStore } from '@/platform/store';
import { dayFrom, momentFrom } from '@/wording/day';
import { ToldChanges, UnfinishedChange, useChangesHere } from './_parts/changes';

/** 我的办理: first what waits for the person, then what is under way. */
export default function Cases() {
  return (
    <Page title="办理" tab="cases">
      <AccountGate>
        <Inside />
      </AccountGate>
    </Page>
  );
}

const waitsForYou = (a: ApplicationView): boolean => a.state === 'correction-asked';

function Inside() {
  const { remote, reload } = useMyApplications();
  const listed = remote.state === 'ready' ? remote.data.map((a) => a.receipt.applicationId) : [];
  const draftSaved = useDraftSaved(listed);
  const { remote: told, reload: reloadTold } = useMyChanges();
  const here = useChangesHere();
  const changes = told.state === 'ready' ? told.data : [];
  const anyChange = changes.length + here.onTheWay.length > 0;
  if (remote.state === 'loading')
    return (
      <>
        <Head tight title="您办的事" />
        <Skeleton rows={4} />
      </>
    );
  const all = remote.state === 'ready' ? remote.data : [];
  const mine = all.filter(waitsForYou);
  const others = all.filter((a) => !waitsForYou(a));
  const title = mine.length ? `有 ${mine.length} 件要您补` : all.length || anyChange ? '都在办，现在不用您做什么' : '您还没交过申请';
  return (
    <>
      <Head tight title={remote.state === 'problem' ? '这会儿没取到' : title} />
      {remote.state === 'problem' ? <ProblemNote problem={remote.problem} onAgain={reload} /> : null}
      {mine.length ? (
        <Section title="要您办的">
          <List items={mine} />
        </Section>
      ) : null}
      {draftSaved || here.drafts.length > 0 ? (
        <Section title="没填完的">
          <Card list>
            {here.drafts.map((one) => (
              <UnfinishedChange key={one.changeId} one={one} />
            ))}
            {draftSaved ? (
              <Row
                icon="pen"
                title="申请救助"
                under={`${momentFrom(today(), new Date(draftSaved).toISOString())} 存好`}
                aside={<State kind="half">接着填</State>}
                onTap={() => goTo('apply')}
              />
            ) : null}
          </Card>
        </Section>
      ) : null}
      {others.length ? (
        <Section title="交上去的">
          <List items={others} />
        </Section>
      ) : null}
      <ToldChanges told={changes} onTheWay={here.onTheWay} />
      {told.state === 'problem' && remote.state === 'ready' ? <ProblemNote problem={told.problem} onAgain={reloadTold} /> : null}
      {remote.state === 'ready' && all.length === 0 && !draftSaved && !anyChange ? (
        <View className="stack">
          <View className="quiet">想申请，随时能开始，一次申请，镇上分类办。</View>
          <Button onTap={() => goTo('apply')}>看看能申请什么</Button>
          <Button kind="second" onTap={() => goTo('help', { about: 'window' })}>
            我去窗口办
          </Button>
        </View>
      ) : null}
      <View className="foot">
        <Icon name="info" size="s" />
        这里只有您用这个微信交的
      </View>
    </>
  );
}

function List({ items }: { readonly items: readonly ApplicationView[] }) {
  return (
    <Card list>
      {items.map((a) => (
        <Row
          key={a.receipt.applicationId}
          icon="document"
          iconTone={waitsForYou(a) ? 'attention' : 'done'}
          title={wordsOf(APPLICATION_STATE_NAMES, a.state, '工作人员在办')}
          under={
            <>
              <View>{a.receipt.office.name}</View>
              <SpokenNumber number={a.receipt.number} />
              <View className="digits">{dayFrom(today(), a.receipt.receivedOn)}交的</View>
            </>
          }
          onTap={() => goTo('progress', { id: a.receipt.applicationId })}
        />
      ))}
    </Card>
  );
}

/**
 * When the draft of this phone was last saved, if there is anything in it that was not sent. Milliseconds.
 * @param listed what the township has: an answer that was lost is still being asked for, and nobody is to fill that one in again meanwhile
 */
function useDraftSaved(listed: readonly string[]): number | undefined {
  const work = useStore(application);
  const [, look] = useState(0);
  useEffect(() => work?.draft.subscribe(() => look((n) => n + 1)), [work]);
  const record = work?.draft.state().record;
  return record && !isEmpty(record.form) && !listed.includes(record.applicationId) ? record.savedAt : undefined;
}
