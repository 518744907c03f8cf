import { type Problem, problemSentence } from '@assist/contracts';
import { View } from '@tarojs/components';
import { accessible } from '@/platform/accessible';
import { Button } from './button';
import { Head } from './page';
import { Slip, SlipNumber } from './slip';

/** A problem number is read out in groups: W7K-3Q9. */
const spoken = (instance: string | undefined): string | undefined => instance?.split('/').pop();

/** The whole middle of a page: whose matter it is, whether what was filled in is there, what can be done now. */
export function ProblemPanel({ problem, kept }: { readonly problem: Problem; readonly kept?: string }) {
  const number = spoken(problem.instance);
  return (
    <>
      <View className="bridge drawing-bridge" {...accessible({ hidden: true })} />
      <Head centre tight title={problemTitle(problem)} lead={kept ?? '您填的都在。'} />
      {number ? (
        <Slip code>
          <SlipNumber label="问题编号" number={number} hint="打电话时报这个号，我们就能找到" />
        </Slip>
      ) : null}
    </>
  );
}

export const problemTitle = (problem: Problem): string =>
  problem.code === 'unknown' ? '没接上，是我们的问题' : problemSentence(problem.code);

/** A problem inside a page that stays as it is. */
export function ProblemNote({ problem, onAgain }: { readonly problem: Problem; readonly onAgain?: () => unknown }) {
  const number = spoken(problem.instance);
  return (
    <View className="card card--attention" {...accessible({ role: 'alert', live: 'polite' })}>
      <View className="strong">{problemTitle(problem)}</View>
      {problem.fields?.map((f) => (
        <View key={f.path} className="small">
          {f.sentence}
        </View>
      ))}
      {number ? <View className="cap quiet">问题编号 {number}，打电话时报这个号</View> : null}
      {onAgain ? (
        <View className="gap">
          <Button small kind="second" busyText="正在取" onTap={onAgain}>
            再试一次
          </Button>
        </View>
      ) : null}
    </View>
  );
}
