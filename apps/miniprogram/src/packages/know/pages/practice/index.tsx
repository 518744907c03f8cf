import type { Fen } from '@assist/policy';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { ActionBar } from '@/components/action-bar';
import { AmountInput } from '@/components/amount-input';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { AgreeBox, Choice, Choices } from '@/components/choice';
import { Note } from '@/components/note';
import { NumberedSteps } from '@/components/numbered-steps';
import { Head, Page } from '@/components/page';
import { Slip } from '@/components/slip';
import { goTab, replaceWith } from '@/platform/navigate';
import { FAMILY, PAPER_SAID, PAPER_WAYS, type PaperWay } from './_family';

const STEPS = ['begin', 'people', 'money', 'paper', 'agree', 'look', 'done'] as const;

/**
 * The whole way once with a family that does not exist. There is nothing here that could send: this page knows no network, no account, no
 * draft and no photo, and a test walks through all it is made of.
 */
export default function Practice() {
  const [at, setAt] = useState(0);
  const [people, setPeople] = useState<readonly string[]>([]);
  const [pension, setPension] = useState<Fen>();
  const [paper, setPaper] = useState<PaperWay>();
  const [agreed, setAgreed] = useState(false);
  const [said, setSaid] = useState<string>();
  const step = STEPS[at] ?? 'begin';
  const go = (by: number): void => {
    setSaid(undefined);
    setAt((now) => Math.min(STEPS.length - 1, Math.max(0, now + by)));
  };
  const again = (): void => {
    setAt(0);
    setPeople([]);
    setPension(undefined);
    setPaper(undefined);
    setAgreed(false);
  };
  const wrongPeople = FAMILY.people.some(({ id }) => people.includes(id) !== (FAMILY.together as readonly string[]).includes(id));
  const missing =
    step === 'people' && wrongPeople
      ? '再看一看：谁和王大妈一起吃、一起住？自己也算，别处过日子的不算。'
      : step === 'money' && pension !== FAMILY.pension
        ? '王大妈一个月领 300 元，在上面写 300。'
        : step === 'paper' && !paper
          ? '选一样就行，选哪样都往下走。'
          : step === 'agree' && !agreed
            ? '真办的时候，看清楚了再点。练习里点一下就行。'
            : undefined;
  const next = (): void => {
    if (missing) setSaid(missing);
    else go(1);
  };
  return (
    <Page
      title="先练一练"
      actions={
        step === 'done' ? (
          <ActionBar hint="练习到这里，什么也没有送出去">
            <Button onTap={() => replaceWith('apply')}>真的要申请</Button>
          </ActionBar>
        ) : (
          <ActionBar hint={step === 'begin' ? '大约 2 分钟' : `练习，第 ${at} 步，一共 ${STEPS.length - 2} 步`}>
            <Button onTap={next}>{step === 'begin' ? '开始练' : step === 'look' ? '交上去（练习）' : '好了，下一步'}</Button>
          </ActionBar>
        )
      }
    >
      <Note tone="attention" title="这是练习">
        写什么、点什么都不要紧，送不出去，也不留下。
      </Note>
      <View className="gap">
        {step === 'begin' ? <Begin /> : null}
        {step === 'people' ? (
          <>
            <Head tight title="王大妈家有谁？" lead="点和她一起吃、一起住的人，她自己也算。" />
            <View className="choices">
              {FAMILY.people.map((one) => (
                <Choice
                  key={one.id}
                  many
                  option={{ value: one.id, title: one.title, under: one.under }}
                  on={people.includes(one.id)}
                  onTap={() => setPeople((now) => (now.includes(one.id) ? now.filter((id) => id !== one.id) : [...now, one.id]))}
                />
              ))}
            </View>
          </>
        ) : null}
        {step === 'money' ? (
          <>
            <Head tight title="王大妈一个月领多少养老金？" lead="她说：一个月 300 元。下面会用汉字读回来，多写个零看得出来。" />
            <AmountInput label="养老金，元一个月" value={pension} onChange={setPension} />
          </>
        ) : null}
        {step === 'paper' ? (
          <>
            <Head tight title="看病的单子，有没有？" lead="五样选一样，没有也能往下走。" />
            <Choices label="看病的单子" options={[...PAPER_WAYS]} value={paper} onChange={setPaper} />
            {paper ? (
              <View className="gap">
                <Note tone="good">{PAPER_SAID[paper]}</Note>
              </View>
            ) : null}
          </>
        ) : null}
        {step === 'agree' ? (
          <>
            <Head tight title="请王大妈点个头" lead="真办的时候，一样一样看清楚再点，不同意也能到窗口办。" />
            <AgreeBox on={agreed} onChange={setAgreed} label="我写的都是真的，家里有变化会告诉镇上">
              我写的都是真的。家里有变化，会告诉镇上。
            </AgreeBox>
          </>
        ) : null}
        {step === 'look' ? <Look paper={paper} /> : null}
        {step === 'done' ? <Done onAgain={again} /> : null}
        {said ? (
          <View className="gap">
            <Note tone="attention">{said}</Note>
          </View>
        ) : null}
        {step === 'begin' || step === 'done' ? null : (
          <View className="gap">
            <Button kind="quiet" onTap={() => go(-1)}>
              回上一步
            </Button>
          </View>
        )}
      </View>
    </Page>
  );
}

const Begin = () => (
  <>
    <Head tight title="先练一练，再真办" lead={`用一家编出来的人练手：${FAMILY.name}。走一遍就知道要点哪里。`} />
    <NumberedSteps steps={['说家里有谁', '说领多少钱', '说材料有没有', '点个头', '看一遍，“交上去”']} />
  </>
);

const Look = ({ paper }: { readonly paper: PaperWay | undefined }) => (
  <>
    <Head tight title="看看对不对" lead="真办的时候，每一样都能回去改。" />
    <Card>
      <View>家里：王大妈、孙子小宇，2 个人</View>
      <View className="gap-s">养老金：一个月 300 元</View>
      <View className="gap-s">{`看病的单子：${PAPER_WAYS.find((one) => one.value === paper)?.title ?? ''}`}</View>
    </Card>
  </>
);

const Done = ({ onAgain }: { readonly onAgain: () => void }) => (
  <>
    <Slip title="练习走完了" sub="真办的时候，这里是回执">
      <View>回执上有号、收到的镇街、谁在办、电话、接下来怎样。</View>
      <View className="gap-s">镇街会给您回话，等多久、到哪一步，都看得到。</View>
      <View className="gap-s">没有网也能填，有网自己送出去，不会丢，也不会送两遍。</View>
    </Slip>
    <View className="gap stack">
      <Button kind="second" onTap={onAgain}>
        再练一遍
      </Button>
      <Button kind="quiet" onTap={() => goTab('home')}>
        回首页
      </Button>
    </View>
  </>
);
