import { type DecisionView, type Problem, residentApi, wordsOf } from '@assist/contracts';
import { yuanText } from '@assist/policy';
import { View } from '@tarojs/components';
import { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { stopPullDown } from '@/application/follow/stop-pull-down';
import { AccountGate } from '@/components/account-gate';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { Cites } from '@/components/cite';
import { Holder } from '@/components/holder';
import { Note } from '@/components/note';
import { Head, Page, Section } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { Skeleton } from '@/components/skeleton';
import { Facts, SpokenNumber } from '@/components/slip';
import { Timeline } from '@/components/timeline';
import { api } from '@/platform/api';
import { today } from '@/platform/clock';
import { goTo } from '@/platform/navigate';
import { newId } from '@/platform/new-id';
import { useRemote } from '@/platform/use-remote';
import { dayFrom, momentFrom } from '@/wording/day';
import { Cited } from '../../_parts/cited';
import { PrintIt } from '../../_parts/print-it';

/** One opinion or decision: what it is, why, on which clause; how to be heard, how to object, how to have it looked at again. */
export default function One() {
  return (
    <Page title="意见和决定">
      <AccountGate>
        <Inside />
      </AccountGate>
    </Page>
  );
}

function Inside() {
  const { id = '' } = useRouter().params;
  const { remote, reload } = useRemote(() => api(residentApi.decision, { params: { runId: id } }));
  useDidShow(() => void reload());
  usePullDownRefresh(() => void reload().then(stopPullDown));
  if (remote.state === 'ready') return <Ready view={remote.data} onChanged={reload} />;
  return (
    <>
      <Head tight title={remote.state === 'problem' ? '这会儿没取到' : '您家的意见和决定'} />
      {remote.state === 'problem' ? <ProblemNote problem={remote.problem} onAgain={reload} /> : <Skeleton rows={6} />}
    </>
  );
}

function Ready({ view, onChanged }: { readonly view: DecisionView; readonly onChanged: () => Promise<void> }) {
  const { office, heard, objections, opinion, ground, decision, notice, clock } = view;
  return (
    <>
      <Head tight title={`关于${view.title}`} {...(view.number && { lead: <SpokenNumber label="编号" number={view.number} /> })} />
      <View className="stack">
        <Note tone="info">{view.standing.sentence}</Note>
        <Cites citations={view.standing.clauses} />
        <Note tone="good">{view.same.sentence}</Note>
        <Cites citations={view.same.clauses} />
      </View>
      {decision ? <Letter decision={decision} /> : null}
      {heard?.possible ? (
        <Section title="先听您怎么说">
          <Card>
            <Cited of={heard.sentence} />
            <View className="stack gap">
              <Button icon="pen" onTap={() => goTo('decisionSay', { id: view.runId, as: 'heard' })}>
                写下我想说的
              </Button>
              <Button kind="second" icon="visit" onTap={() => goTo('help', { about: 'visit' })}>
                请人到家里来听
              </Button>
            </View>
          </Card>
        </Section>
      ) : null}
      {heard?.said.length ? (
        <Section title="您说过的">
          <Card list>
            {heard.said.map((one) => (
              <Row
                key={one.id}
                title={one.words}
                under={`${momentFrom(today(), one.at)}，${one.recorded ? '记在案上了' : '送到了，还没记到案上'}`}
              />
            ))}
          </Card>
        </Section>
      ) : null}
      {ground ? (
        <Section title="为什么">
          <Card>
            <Cited of={ground} />
          </Card>
        </Section>
      ) : null}
      {opinion ? (
        <Section title={decision ? '镇街的意见' : '镇街的意见，还不是决定'} aside={dayFrom(today(), opinion.on)}>
          <Card>
            <Cited of={opinion.sentence} strong />
            {opinion.benefits.length ? (
              <View className="gap">
                <Facts facts={opinion.benefits.map((one) => ({ name: one.title, value: `每月 ${yuanText(one.amount)}` }))} />
              </View>
            ) : null}
            {opinion.reason ? <View className="gap">{`为什么：${opinion.reason}`}</View> : null}
          </Card>
        </Section>
      ) : null}
      {notice ? (
        <Section title="公示">
          <Card>
            <Cited of={notice.sentence} />
          </Card>
        </Section>
      ) : null}
      <Objections view={view} objections={objections} />
      {view.remedies.length ? (
        <Section title="不服，可以这样">
          <Card>
            {view.remedies.map((one) => (
              <Cited key={one.sentence} of={one} />
            ))}
          </Card>
        </Section>
      ) : null}
      {view.transfer ? <Transfer view={view} transfer={view.transfer} onChanged={onChanged} /> : null}
      <Section title="现在在谁手里">
        <Card>
          <Holder label="有事找" name={office.name} phone={office.phone} />
          {clock ? (
            <View className="gap">
              <Cited of={clock.sentence} />
            </View>
          ) : null}
        </Card>
      </Section>
      {view.steps.length ? (
        <Section title="走过的步骤">
          <Timeline
            steps={view.steps.map((one, i) => ({
              title: one.title,
              under: dayFrom(today(), one.on),
              state: i === view.steps.length - 1 && !view.ended ? 'now' : 'past',
            }))}
          />
        </Section>
      ) : null}
      <PrintIt view={view} />
    </>
  );
}

const TITLES = { confirmed: '决定：确认了', refused: '决定：这次没有确认', unchanged: '看过了，不变' } as const;

/** The decision as a letter: what, why, since when; and whether the paper one arrived. */
function Letter({ decision }: { readonly decision: NonNullable<DecisionView['decision']> }) {
  return (
    <Section title={wordsOf(TITLES, decision.kind, '决定')} aside={dayFrom(today(), decision.on)}>
      <Card tone="tint">
        <Cited of={decision.sentence} strong />
        {decision.reason ? <View className="gap">{`为什么：${decision.reason}`}</View> : null}
        <View className="small quiet">
          {decision.letterOn
            ? `书面的${dayFrom(today(), decision.letterOn)}送到了。没拿到，打镇街的电话说一声。`
            : decision.kind === 'unchanged'
              ? '不用您做什么。'
              : '书面的还在送。'}
        </View>
      </Card>
    </Section>
  );
}

function Objections({ view, objections }: { readonly view: DecisionView; readonly objections: DecisionView['objections'] }) {
  if (!objections.possible && objections.own.length === 0) return null;
  return (
    <Section title="您的不同意见">
      <Card>
        {objections.own.map((one) => (
          <View key={one.id}>
            <View className="strong">{one.words}</View>
            <View className="small quiet">{momentFrom(today(), one.at)}</View>
            <View>{one.reply ? `回复：${one.reply}` : '镇街在核实，还没回复。'}</View>
          </View>
        ))}
        <Cited of={objections.sentence} />
        {objections.possible ? (
          <View className="gap">
            <Button kind="second" icon="hand" onTap={() => goTo('decisionSay', { id: view.runId, as: 'objection' })}>
              我有不同意见
            </Button>
          </View>
        ) : null}
      </Card>
    </Section>
  );
}

/** After a stop: on to what else fits, by one tap, with no papers. */
function Transfer({
  view,
  transfer,
  onChanged,
}: {
  readonly view: DecisionView;
  readonly transfer: NonNullable<DecisionView['transfer']>;
  readonly onChanged: () => Promise<void>;
}) {
  const [problem, setProblem] = useState<Problem>();
  const [eventId, setEventId] = useState<string>();
  const consent = async (): Promise<void> => {
    const id = eventId ?? (await newId());
    setEventId(id);
    const heard = await api(residentApi.consentToTransfer, { params: { runId: view.runId }, body: { eventId: id } });
    setProblem(heard.ok ? undefined : heard.problem);
    if (heard.ok) await onChanged();
  };
  return (
    <Section title="还能转到别的">
      <Card>
        <Cited of={transfer.sentence} />
        {problem ? <ProblemNote problem={problem} onAgain={consent} /> : null}
        {transfer.consented ? <View className="gap strong">您同意了，镇街接着办。</View> : null}
        {transfer.possible ? (
          <View className="gap">
            <Button busyText="正在送" onTap={consent}>
              同意转
            </Button>
          </View>
        ) : null}
      </Card>
    </Section>
  );
}
