import { citationOf } from '@assist/policy-chongqing/preview';
import { View } from '@tarojs/components';
import Taro, { useUnload } from '@tarojs/taro';
import { useState } from 'react';
import { ActionBar, ButtonRow } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Cites } from '@/components/cite';
import { Head, Page } from '@/components/page';
import { ToolRow } from '@/components/tool-row';
import { accessible } from '@/platform/accessible';
import { goBack, goTo } from '@/platform/navigate';
import { useStore } from '@/platform/store';
import { isAnswered } from '../../_logic/answered';
import { type CheckAnswers, checkAnswers, forgetAnswers } from '../../_logic/answers';
import { QUESTION_WORDS, type QuestionId, questionsFor } from '../../_logic/questions';
import { DRAWN } from '../../_questions/one-question';
import '../../check.scss';

/** 先算一算: one question a page, nobody signed in, nothing kept. Leaving the page forgets every answer. */
export default function Questions() {
  const answers = useStore(checkAnswers);
  const [at, setAt] = useState<QuestionId>('where');
  const [why, setWhy] = useState(false);
  useUnload(forgetAnswers);
  const questions = questionsFor(answers);
  const index = Math.max(0, questions.indexOf(at));
  const words = QUESTION_WORDS[at];
  const Drawn = DRAWN[at];
  const move = (to: number) => {
    setWhy(false);
    setAt(questions[to] as QuestionId);
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
  };
  const on = () => (index + 1 < questions.length ? move(index + 1) : goTo('checkOutcome'));
  const back = () => (index > 0 ? move(index - 1) : goBack());
  return (
    <Page
      title="先算一算"
      actions={
        <ActionBar hint="不登录，不留名字，关掉就没有了" hintIcon="lock">
          <ButtonRow>
            <Button kind="second" onTap={back}>
              上一题
            </Button>
            <Button onTap={on}>{isAnswered(at, answers) ? '下一题' : '先跳过'}</Button>
          </ButtonRow>
        </ActionBar>
      }
    >
      <Progress index={index} of={questions.length} />
      <Head title={words.title} lead={words.lead}>
        <ToolRow
          tools={[
            { name: '为什么问', icon: 'question', open: why, onTap: () => setWhy(!why) },
            { name: '先看结果', icon: 'eye', onTap: () => goTo('checkOutcome') },
          ]}
        />
      </Head>
      {why ? (
        <View className="below">
          <Card tone="tint">
            <View>{words.why}</View>
            <Cites citations={words.clauses.flatMap((id) => citationOf(id) ?? [])} />
          </Card>
        </View>
      ) : null}
      <Drawn key={at} answers={answers} change={(edit: (a: CheckAnswers) => CheckAnswers) => checkAnswers.set(edit)} />
    </Page>
  );
}

const Progress = ({ index, of }: { readonly index: number; readonly of: number }) => (
  <View className="check-steps" {...accessible({ role: 'img', label: `第 ${index + 1} 题，共 ${of} 题` })}>
    <View className="check-steps__bar">
      {Array.from({ length: of }, (_, i) => (
        <View key={String(i)} className={`check-steps__one ${i <= index ? 'check-steps__one--on' : ''}`} />
      ))}
    </View>
    <View>{`第 ${index + 1} 题，共 ${of} 题`}</View>
  </View>
);
