import { APPLICATION_STATE_NAMES, type ApplicationView, EVIDENCE_NAMES, residentApi, wordsOf } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { afterAcceptance, openCorrection, stepsOf, wayOf, wayWords } from '@/application/follow/steps';
import { printPage } from '@/application/printing/print-page';
import { AccountGate } from '@/components/account-gate';
import { ButtonRow } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Card, Disc, Row } from '@/components/card';
import { Cites } from '@/components/cite';
import { CitedSteps } from '@/components/cited-steps';
import { ClockCard } from '@/components/clock-card';
import { Holder } from '@/components/holder';
import { Note } from '@/components/note';
import { Head, Page, Section } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { Skeleton } from '@/components/skeleton';
import { SpokenNumber } from '@/components/slip';
import { State } from '@/components/state';
import { Timeline } from '@/components/timeline';
import { useAgreed } from '@/platform/agreement';
import { api } from '@/platform/api';
import { today } from '@/platform/clock';
import { goTo } from '@/platform/navigate';
import { useRemote } from '@/platform/use-remote';
import { dayFrom, dayInWords } from '@/wording/day';
import '../../_parts/progress.scss';
import { stopPullDown } from '@/application/follow/stop-pull-down';

/** What is wanted from the person stands first; then whose hands it is in, the clock from acceptance on, and the way so far. */
export default function Detail() {
  const { id = '' } = useRouter().params;
  const { remote, reload } = useRemote(() => api(residentApi.application, { params: { applicationId: id } }), useAgreed());
  useDidShow(() => void reload());
  usePullDownRefresh(() => void reload().then(stopPullDown));
  if (remote.state !== 'ready')
    return (
      <Page title="办理进度">
        <AccountGate>
          <Head title={remote.state === 'problem' ? '这会儿没取到' : '您家的申请'} tight />
          {remote.state === 'problem' ? <ProblemNote problem={remote.problem} onAgain={reload} /> : <Skeleton rows={6} />}
          <Button kind="quiet" onTap={() => goTo('receipt', { id })}>
            看回执
          </Button>
        </AccountGate>
      </Page>
    );
  return <Ready view={remote.data} onRefresh={reload} />;
}

function Ready({ view, onRefresh }: { readonly view: ApplicationView; readonly onRefresh: () => Promise<void> }) {
  const { receipt, holder, clock } = view;
  const steps = stepsOf(view, today());
  const way = wayOf(view);
  const hands = (
    <Holder
      label="现在在谁手里"
      name={holder.clerk ?? holder.office.name}
      {...(holder.clerk && { under: holder.office.name })}
      phone={holder.office.phone}
    />
  );
  return (
    <Page title="办理进度">
      <Head title="您家的申请" lead={<SpokenNumber number={receipt.number} />} tight />
      <Wanted view={view} />
      {view.waited ? <View className="small quiet gap">{`等您补了 ${view.waited} 个工作日。申请日期不变。`}</View> : null}
      {view.askedOn ? (
        <View className="wanted">
          <Note tone="good">{`申请日期按求助那天算：${dayInWords(view.askedOn)}。`}</Note>
        </View>
      ) : null}
      {clock ? (
        <ClockCard clock={clock}>
          <View className="holder-line">{hands}</View>
        </ClockCard>
      ) : (
        <Card>
          {hands}
          {view.state === 'received' || view.state === 'opened' ? (
            <View className="before-clock">
              <View>{`${dayFrom(today(), receipt.firstReplyBy.date)}${receipt.firstReplyBy.provisional ? '（暂定）' : ''}前给您回话`}</View>
              <View className="cap quiet">镇上收下（受理）那天起，才开始算期限。</View>
              <Cites citations={receipt.next[0]?.clauses ?? []} />
            </View>
          ) : null}
        </Card>
      )}
      <Section title={way ? wayWords(way) : wordsOf(APPLICATION_STATE_NAMES, view.state, '工作人员在办')}>
        <Timeline
          steps={steps.map((s) => ({
            title: s.title,
            state: s.at === 'to-come' ? 'future' : s.at,
            ...(s.hint !== undefined && { under: s.hint }),
            ...(s.aside && { aside: true }),
          }))}
        />
      </Section>
      <Why view={view} />
      <Photos view={view} />
      <View className="gap">
        <Card list>
          {view.state === 'accepted' ? (
            <Row icon="document" title="意见和决定" under="写了意见，先在这里看、在这里说" onTap={() => goTo('decisions')} />
          ) : null}
          <Row
            icon="papers"
            title="看回执"
            under={<SpokenNumber number={receipt.number} />}
            onTap={() => goTo('receipt', { id: receipt.applicationId })}
          />
          <Row icon="swap" title="转到别的帮助" under="转到了哪里，办到哪了" onTap={() => goTo('referrals')} />
          <Row icon="card" title="随身卡" under="印一张带着，到窗口、打电话用" onTap={() => goTo('card', { id: receipt.applicationId })} />
          <Row
            icon="yuan"
            title="怎么算的"
            under="交上来那天的每一条，带依据"
            onTap={() => goTo('working', { id: receipt.applicationId })}
          />
        </Card>
      </View>
      <View className="gap">
        <View className="stack">
          <Button kind="second" icon="again" busyText="正在取" onTap={onRefresh}>
            看看有没有新的
          </Button>
          {printPage ? (
            <Button kind="quiet" onTap={printPage}>
              把这页印出来（大字）
            </Button>
          ) : null}
        </View>
      </View>
    </Page>
  );
}

/** What each step rests on: a tap away, since the way itself is read more often. */
function Why({ view }: { readonly view: ApplicationView }) {
  const [open, setOpen] = useState(false);
  const { stages } = view;
  if (!stages)
    return (
      <Section title="收下以后">
        <CitedSteps steps={afterAcceptance(view)} />
      </Section>
    );
  return (
    <>
      <Button kind="quiet" small icon={open ? 'chevron-up' : 'chevron-down'} onTap={() => setOpen(!open)}>
        {open ? '收起' : '每一步的依据'}
      </Button>
      {open ? <CitedSteps steps={stages} /> : null}
    </>
  );
}

/** What was photographed, by kind: arrived, and looked at. */
function Photos({ view: { photos = [] } }: { readonly view: ApplicationView }) {
  const kinds = [...new Set(photos.map((p) => p.about))];
  if (kinds.length === 0) return null;
  return (
    <Section title="您拍的材料">
      <Card list>
        {kinds.map((about) => {
          const of = photos.filter((p) => p.about === about);
          const opened = of.filter((p) => p.openedAt).length;
          const words = opened === of.length ? '镇街已打开' : opened ? `镇街打开了 ${opened} 张` : '已收到';
          return (
            <View key={about} className="row row--aside">
              <View className="row__line" />
              <View className="row__body">
                <View className="row__title">{`${wordsOf(EVIDENCE_NAMES, about, '照片')} ${of.length} 张`}</View>
              </View>
              <State kind={opened ? 'done' : 'waiting'}>{words}</State>
            </View>
          );
        })}
      </Card>
    </Section>
  );
}

/** The list of what is to be added, in front of everything; "I have none" is as near as "add". */
function Wanted({ view }: { readonly view: ApplicationView }) {
  const open = openCorrection(view);
  if (!open)
    return view.state === 'correction-answered' ? (
      <View className="wanted">
        <Note tone="good">您补的已收到，镇上接着看。</Note>
      </View>
    ) : null;
  const params = { id: view.receipt.applicationId, correction: open.id };
  const first = open.items[0];
  return (
    <View className="wanted">
      <Card tone="attention">
        <View className="wanted__head">
          <Disc icon="papers" tone="attention" />
          <View>
            <View className="strong">{`请补 ${open.items.length} 样：${first?.title ?? ''}${open.items.length > 1 ? '等' : ''}`}</View>
            <View className="cap quiet">没有也能说没有，晚几天也收。</View>
          </View>
        </View>
        <ButtonRow>
          <Button small kind="second" onTap={() => goTo('correction', { ...params, none: '1' })}>
            没有这个
          </Button>
          <Button small onTap={() => goTo('correction', params)}>
            去补
          </Button>
        </ButtonRow>
      </Card>
    </View>
  );
}
