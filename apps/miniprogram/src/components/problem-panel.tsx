import type { Problem } from '@assist/contracts';
import { View } from '@tarojs/components';
import { accessible } from '@/platform/accessible';
import { goTo } from '@/platform/navigate';
import { Button } from './button';
import { Head } from './page';
import { problemWords } from './problem-words';
import { Slip, SlipNumber } from './slip';

/** The whole middle of a page: whose matter it is, whether what was filled in is there, and the number to read out. */
export function ProblemPanel({ problem, kept }: { readonly problem: Problem; readonly kept?: string }) {
  const { title, rest, number } = problemWords(problem);
  return (
    <>
      <View className="bridge drawing-bridge" {...accessible({ hidden: true })} />
      <Head centre tight title={title} lead={kept ?? rest ?? '您填的都在。'} />
      {number ? (
        <Slip code>
          <SlipNumber label="问题编号" number={number} hint="打电话时报这个号，我们就能找到" />
        </Slip>
      ) : null}
    </>
  );
}

/** A problem inside a page that stays as it is: whose matter, the number, again, and a person on the phone. What the words can mend says so itself. */
export function ProblemNote({ problem, onAgain }: { readonly problem: Problem; readonly onAgain?: () => unknown }) {
  const { title, rest, number } = problemWords(problem);
  return (
    <View className="card card--attention" {...accessible({ role: 'alert', live: 'polite' })}>
      <View className="strong">{title}</View>
      {rest ? <View className="small">{rest}</View> : null}
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
      {problem.fields ? null : (
        <View className="gap-s">
          <Button small kind="quiet" icon="phone" onTap={() => goTo('help', { about: 'call' })}>
            打电话问这件事
          </Button>
        </View>
      )}
    </View>
  );
}
