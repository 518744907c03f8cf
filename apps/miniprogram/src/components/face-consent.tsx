import type { Problem, Statement } from '@assist/contracts';
import { View } from '@tarojs/components';
import { wordingOf } from '@/wording/day';
import { Card } from './card';
import { AgreeBox } from './choice';
import { Note } from './note';
import { ProblemNote } from './problem-panel';

/** What one face check is, whole and with its version; a consent for this one time; and what came of the last try. */
export function FaceConsent({
  statement,
  agreed,
  onAgreed,
  words,
  problem,
}: {
  readonly statement: Pick<Statement, 'title' | 'paragraphs' | 'version'>;
  readonly agreed: boolean;
  readonly onAgreed: (agreed: boolean) => void;
  readonly words: string | undefined;
  readonly problem: Problem | undefined;
}) {
  return (
    <>
      <Card>
        <View className="strong">{statement.title}</View>
        {statement.paragraphs.map((text) => (
          <View key={text} className="gap-s small">
            {text}
          </View>
        ))}
        <View className="gap-s cap quiet">{wordingOf(statement.version)}</View>
      </Card>
      <View className="gap">
        <AgreeBox on={agreed} onChange={onAgreed} label="我同意这一次刷脸">
          我同意这一次刷脸
        </AgreeBox>
      </View>
      {words ? (
        <View className="gap">
          <Note tone="attention">{words}</Note>
        </View>
      ) : null}
      {problem ? (
        <View className="gap">
          <ProblemNote problem={problem} />
        </View>
      ) : null}
    </>
  );
}
