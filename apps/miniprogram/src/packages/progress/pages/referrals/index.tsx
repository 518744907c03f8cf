import { NOT_KNOWN, type OwnReferral, type Problem, type ReferralState, residentApi } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { stopPullDown } from '@/application/follow/stop-pull-down';
import { AccountGate } from '@/components/account-gate';
import { ButtonRow } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Cites } from '@/components/cite';
import { Holder } from '@/components/holder';
import { Head, Page, Section } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { Skeleton } from '@/components/skeleton';
import { State, type StateKind } from '@/components/state';
import { api } from '@/platform/api';
import { today } from '@/platform/clock';
import { useRemote } from '@/platform/use-remote';
import { dayFrom } from '@/wording/day';
import '../../_parts/progress.scss';
import { OnFromHere } from '../../_parts/on-from-here';

const STATES: Readonly<Record<ReferralState, readonly [StateKind, string]>> = {
  asked: ['half', '等您说一声'],
  agreed: ['waiting', '您说要，就要送出'],
  sent: ['waiting', '送出了，等答复'],
  granted: ['done', '办成了'],
  'not-fitting': ['none', '这次不合适'],
  'not-wanted': ['none', '您说不要'],
};
/** A state that this version does not know: somebody is at it. */
const UNDER_WAY = ['waiting', '工作人员在办'] as const;
const STEPS: Readonly<Record<OwnReferral['steps'][number]['kind'], string>> = {
  [NOT_KNOWN]: '有了新的一步',
  asked: '镇上问您要不要',
  agreed: '您说要',
  sent: '送出去了',
  followed: '镇上去问过',
  granted: '办成了',
  'not-fitting': '那边看过，这次不合适',
  'not-wanted': '您说不要',
};

/** 转到别的帮助: each with where it stands; what waits for the person's word stands first. */
export default function Referrals() {
  return (
    <Page title="转到别的帮助">
      <AccountGate>
        <Inside />
      </AccountGate>
    </Page>
  );
}

function Inside() {
  const { id } = useRouter().params;
  const { remote, reload } = useRemote(() => api(residentApi.referrals, {}));
  useDidShow(() => void reload());
  usePullDownRefresh(() => void reload().then(stopPullDown));
  if (remote.state === 'loading')
    return (
      <>
        <Head tight title="转到别的帮助" />
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
  const first = (one: OwnReferral) => (one.referralId === id || one.state === 'asked' ? 0 : 1);
  const sorted = [...remote.data].sort((a, b) => first(a) - first(b));
  const asked = sorted.filter((one) => one.state === 'asked').length;
  return (
    <>
      <Head
        tight
        title={sorted.length === 0 ? '现在没有要问您的' : asked ? `有 ${asked} 样等您说一声` : '转到别的帮助'}
        lead={sorted.length === 0 ? '镇上觉得您用得上别处的帮助，会先在这里问您。' : '要不要您定，不要也不影响现在领的。'}
      />
      {sorted.length ? null : <OnFromHere />}
      {sorted.map((one) => (
        <One key={one.referralId} one={one} onDone={reload} />
      ))}
    </>
  );
}

function One({ one, onDone }: { readonly one: OwnReferral; readonly onDone: () => Promise<void> }) {
  const [problem, setProblem] = useState<Problem>();
  const answer = async (say: 'agree' | 'not-wanted'): Promise<void> => {
    const answered = await api(residentApi.answerReferral, { params: { referralId: one.referralId }, body: { answer: say } });
    setProblem(answered.ok ? undefined : answered.problem);
    if (answered.ok) await onDone();
  };
  const [kind, words] = one.state === NOT_KNOWN ? UNDER_WAY : STATES[one.state];
  return (
    <Section title={one.target.title} aside={one.name}>
      <Card {...(one.state === 'asked' && { tone: 'attention' as const })}>
        <State kind={kind}>{words}</State>
        <View className="follow__words">{one.why}</View>
        <View className="cap quiet">{`${one.target.about}由${one.target.handledBy}办。`}</View>
        <View className="follow__words">{one.standing.sentence}</View>
        <Cites citations={[...one.target.clauses, ...one.standing.clauses]} />
        {problem ? <ProblemNote problem={problem} /> : null}
        {one.state === 'asked' ? (
          <ButtonRow>
            <Button small kind="second" onTap={() => answer('not-wanted')}>
              不要
            </Button>
            <Button small onTap={() => answer('agree')}>
              要，请转过去
            </Button>
          </ButtonRow>
        ) : null}
        <View className="follow__steps">
          {one.steps.map((step, i) => (
            <View key={i} className="cap">
              {`${dayFrom(today(), step.on)} ${STEPS[step.kind]}${step.words && step.kind !== 'asked' ? `：${step.words}` : ''}`}
            </View>
          ))}
        </View>
        <Holder label="问这件事找" name={one.office.name} phone={one.office.phone} />
      </Card>
    </Section>
  );
}
