import { type CheckQuestionView, type OwnCheck, type Problem, residentApi, wordsOf } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useDidShow, usePullDownRefresh } from '@tarojs/taro';
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
import { TextField } from '@/components/text-field';
import { api } from '@/platform/api';
import { today } from '@/platform/clock';
import { newId } from '@/platform/new-id';
import { useRemote } from '@/platform/use-remote';
import { dayFrom } from '@/wording/day';
import '../../_parts/progress.scss';
import { OnFromHere } from '../../_parts/on-from-here';

const NOT_ASKED = { 'no-number': '没有证件号，没有问', withdrawn: '您不再同意，没有问', ended: '没有再问' } as const;

function answerOf(one: CheckQuestionView): string {
  if (one.state === 'answered') return one.answer?.lines.length ? one.answer.lines.join('；') : '那边没有您的登记';
  if (one.state === 'silent') return '那边没有回音，不算您的事';
  if (one.state === 'not-asked') return one.why ? wordsOf(NOT_ASKED, one.why, '没有问') : '没有问';
  return '问了，还没回';
}

/** 核对过什么: what was asked of whom about oneself, what came and when, and a way to say that it is wrong. */
export default function Checks() {
  return (
    <Page title="镇上查过什么">
      <AccountGate>
        <Inside />
      </AccountGate>
    </Page>
  );
}

function Inside() {
  const { remote, reload } = useRemote(() => api(residentApi.checks, {}));
  useDidShow(() => void reload());
  usePullDownRefresh(() => void reload().then(stopPullDown));
  if (remote.state === 'loading')
    return (
      <>
        <Head tight title="镇上查过什么" />
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
  return (
    <>
      <Head
        tight
        title={remote.data.length ? '镇上查过什么' : '镇上没有查过'}
        lead={
          remote.data.length ? '查来的先给您看。只有您自己看得到自己的。' : '您同意了，镇上才去问。问了什么，写在这里。先核身份才看得到。'
        }
      />
      {remote.data.length ? null : <OnFromHere />}
      {remote.data.map((check) => (
        <Check key={check.checkId} check={check} onDone={reload} />
      ))}
    </>
  );
}

function Check({ check, onDone }: { readonly check: OwnCheck; readonly onDone: () => Promise<void> }) {
  const [problem, setProblem] = useState<Problem>();
  const withdraw = async (): Promise<void> => {
    const answered = await api(residentApi.withdrawCheckAuthorisation, { params: { checkId: check.checkId } });
    setProblem(answered.ok ? undefined : answered.problem);
    if (answered.ok) await onDone();
  };
  return (
    <Section title={check.title} aside={dayFrom(today(), check.askedOn)}>
      <Card>
        <View>{check.standing.sentence}</View>
        <Cites citations={check.standing.clauses} />
      </Card>
      {check.questions.map((one) => (
        <Question key={one.questionId} one={one} onDone={onDone} />
      ))}
      <Card>
        <View className="cap quiet">{`${dayFrom(today(), check.signedOn)}您同意的。`}</View>
        {problem ? <ProblemNote problem={problem} /> : null}
        {check.withdrawable ? (
          <Button small kind="quiet" onTap={withdraw}>
            不再同意，没问的就不问了
          </Button>
        ) : null}
        <Holder label="问这件事找" name={check.office.name} phone={check.office.phone} />
      </Card>
    </Section>
  );
}

/** Right and wrong weigh the same: a tap on "wrong" asks for a sentence, and nothing is decided before somebody looked into it. */
function Question({ one, onDone }: { readonly one: CheckQuestionView; readonly onDone: () => Promise<void> }) {
  const [words, setWords] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const [missing, setMissing] = useState(false);
  const send = async (): Promise<void> => {
    if (!words?.trim()) return setMissing(true);
    const answered = await api(residentApi.disputeCheck, {
      params: { questionId: one.questionId, disputeId: await newId() },
      body: { words: words.trim() },
    });
    setProblem(answered.ok ? undefined : answered.problem);
    if (!answered.ok) return;
    setWords(undefined);
    await onDone();
  };
  return (
    <Card>
      <View className="strong">{one.item.title}</View>
      <View className="cap quiet">{`${one.source}${one.answer ? `，${dayFrom(today(), one.answer.on)}的` : ''}`}</View>
      <View className="follow__words">{answerOf(one)}</View>
      {one.disputes.map((dispute) => (
        <View key={dispute.disputeId} className="follow__words">
          <View>{`您说不对：${dispute.words}`}</View>
          <View className="cap quiet">{dispute.answer ? `镇上核实过：${dispute.answer.words}` : '镇上还没回，回了才往下走。'}</View>
        </View>
      ))}
      {problem ? <ProblemNote problem={problem} /> : null}
      {words !== undefined ? (
        <>
          <TextField
            label="哪里不对"
            long
            maxLength={1000}
            value={words}
            problem={missing && !words.trim() ? '写一句哪里不对就行' : undefined}
            onChange={setWords}
          />
          <ButtonRow>
            <Button small kind="second" onTap={() => setWords(undefined)}>
              再看看
            </Button>
            <Button small onTap={send}>
              送给镇上
            </Button>
          </ButtonRow>
        </>
      ) : one.state === 'answered' ? (
        <Button small kind="second" label={`${one.item.title}，${one.source}：不对`} onTap={() => setWords('')}>
          不对
        </Button>
      ) : null}
    </Card>
  );
}
