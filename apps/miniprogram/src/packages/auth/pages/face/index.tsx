import type { FaceResult, Problem } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { ActionBar, ButtonRow } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { AgreeBox } from '@/components/choice';
import { Cites } from '@/components/cite';
import { Icon, type IconName } from '@/components/icon';
import { Note } from '@/components/note';
import { Head, Page, Section } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { Skeleton } from '@/components/skeleton';
import { Facts } from '@/components/slip';
import { accessible } from '@/platform/accessible';
import { canCheckFace, requestFace } from '@/platform/face';
import { goTo, replaceWith } from '@/platform/navigate';
import { CITED } from '../../_logic/cited';
import { consentWords } from '../../_logic/face-words';
import { FaceOutcome } from '../../_parts/face-outcome';
import { consentTo, FullStatement } from '../../_parts/statement';
import { type RunProps, withRun } from '../../_parts/with-run';
import '../../_parts/auth.scss';

const EASE: readonly { readonly icon: IconName; readonly words: string }[] = [
  { icon: 'hand', words: '家人可以帮您拿手机' },
  { icon: 'clock', words: '慢慢来，不赶时间' },
  { icon: 'visit', words: '两次没认出来，我们直接约人' },
];

/** One face check: a consent of its own, WeChat's screen, and what the server found. A check that was broken off is looked at first. */
function Face({ app, run }: RunProps) {
  const [agreed, setAgreed] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const [result, setResult] = useState<FaceResult>();
  const [problem, setProblem] = useState<Problem>();
  const [face, setFace] = useState<boolean>();
  const [looking, setLooking] = useState(run.face !== undefined);
  const busy = useRef(false);
  const { id } = run;
  useEffect(() => void canCheckFace().then(setFace), []);

  const look = async (): Promise<void> => {
    const answer = await app.runs.lookAtFace(id);
    setLooking(false);
    if (!answer) return;
    if (answer.ok) setResult(answer.data);
    setProblem(answer.ok || answer.problem.code === 'not-found' ? undefined : answer.problem);
  };
  // Also when WeChat's screen never called back: coming here again asks.
  useDidShow(() => {
    if (!busy.current && app.runs.of(id)?.face) void look();
  });

  const begin = async (): Promise<void> => {
    if (!agreed) return setWrong('看清楚了，同意的话在上面点一下。不同意就换个办法，一样办。');
    busy.current = true;
    setProblem(undefined);
    const begun = await app.runs.beginFace(id, consentTo('face'));
    if (!begun.ok) setProblem(begun.problem);
    else if (begun.data.verifyId === undefined) setResult(begun.data.result);
    else {
      await requestFace(begun.data.verifyId);
      // Whatever the phone says: what the server finds counts.
      await look();
    }
    busy.current = false;
  };
  const again = () => {
    // The next time is a consent of its own.
    setAgreed(false);
    setWrong(undefined);
    setResult(undefined);
  };
  const another = () => {
    // A guardian is asked about the person, not about themselves.
    if (run.role !== 'guardian') return replaceWith('authDifficulty', { id, other: '1' });
    replaceWith('authDifficulty', { id: app.runs.begin({ whom: run.whom, role: 'family', name: run.name }).id, other: '1' });
  };

  if (result) return <FaceOutcome run={run} result={result} onAgain={again} onAnother={another} onLook={look} />;
  if (looking)
    return (
      <Page title="刷脸认证">
        <Head tight title="正在看刚才的结果" />
        <Skeleton rows={4} />
      </Page>
    );
  return (
    <Page
      title="刷脸认证"
      actions={
        <ActionBar hint="不同意也能办">
          <ButtonRow>
            <Button kind="second" onTap={another}>
              换个办法
            </Button>
            <Button busyText="正在开" onTap={begin}>
              同意，开始
            </Button>
          </ButtonRow>
        </ActionBar>
      }
    >
      <View className="light drawing-look-at-light" {...accessible({ hidden: true })} />
      <Head tight centre title="看着屏幕的亮光就行" lead="不用眨眼，不用张嘴，不用说话。" />
      {face === false ? (
        <View className="below">
          <Note tone="attention" title="这部手机这会儿刷不了脸">
            换一部手机，或者换个办法，都行。
          </Note>
        </View>
      ) : null}
      <Card>
        {EASE.map(({ icon, words }) => (
          <View key={icon} className="ease">
            <Icon name={icon} />
            <View className="ease__words">{words}</View>
          </View>
        ))}
      </Card>
      <Section title={run.role === 'guardian' ? '用您的脸，要您点头' : run.role === 'self' ? '用您的脸，要您点头' : '用这张脸，要本人点头'}>
        <Card>
          <Facts
            facts={[
              { name: '谁来用', value: `${run.office ?? '办这件事的镇街'}，由微信来认` },
              { name: '做什么', value: run.role === 'guardian' ? '只看是不是监护人本人' : `只看是不是${run.name}本人` },
              { name: '留什么', value: '只留“是不是本人”和哪天，不留照片' },
              { name: '想反悔', value: '“我的”里“您同意过的”，随时撤' },
            ]}
          />
          <FullStatement id="face" />
        </Card>
      </Section>
      <View className="gap">
        <AgreeBox
          on={agreed}
          label={consentWords(run)}
          onChange={(on) => {
            setAgreed(on);
            setWrong(undefined);
          }}
        >
          {consentWords(run)}
        </AgreeBox>
        {wrong ? (
          <View className="gap-s" {...accessible({ role: 'alert', live: 'polite' })}>
            <Note tone="attention">{wrong}</Note>
          </View>
        ) : null}
      </View>
      {problem ? (
        <View className="gap">
          <ProblemNote problem={problem} />
          {app.runs.of(id)?.face ? (
            <Button kind="quiet" busyText="正在看" onTap={look}>
              看看刚才刷的结果
            </Button>
          ) : null}
        </View>
      ) : null}
      <View className="gap-s">
        <Cites citations={[CITED.faceConsent, CITED.otherWay]} />
      </View>
      {run.role === 'self' || run.role === 'guardian' ? null : (
        <View className="gap">
          <Note tone="plain">请{run.name}本人看着手机。本人不愿意、不在旁边，就换个办法。</Note>
        </View>
      )}
      <Button kind="quiet" onTap={() => goTo('help', { about: 'authentication' })}>
        打电话、到窗口办
      </Button>
    </Page>
  );
}

export default withRun('刷脸认证', Face);
