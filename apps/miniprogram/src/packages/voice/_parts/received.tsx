import { type Problem, type ReceivedVoice, residentApi, type VoiceReply } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { ActionBar } from '@/components/action-bar';
import { AskReminders } from '@/components/ask-reminders';
import { Button } from '@/components/button';
import { Cites } from '@/components/cite';
import { Note } from '@/components/note';
import { Page } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { Slip, SlipNumber } from '@/components/slip';
import { useAgreed } from '@/platform/agreement';
import { api } from '@/platform/api';
import { canSignIn } from '@/platform/login';
import { goBack } from '@/platform/navigate';
import './voice.scss';

/** Two characters a word: read one by one they are easily told on. */
export const wordsApart = (secret: string): string[] => secret.match(/../gu) ?? [];

/** The number and the secret words. They stay nowhere on this phone. */
export function Received({ title, received }: { readonly title: string; readonly received: ReceivedVoice }) {
  return (
    <Page
      title={title}
      actions={
        <ActionBar hint="走了这一页，口令就看不到了">
          <Button onTap={goBack}>抄好了</Button>
        </ActionBar>
      }
    >
      <Slip title="收到了" sub="号和口令，抄下来，或拍下来">
        <SlipNumber label="号" number={received.number} />
        <View className="gap">
          <View className="slip__label">口令</View>
          <View className="secret">
            {wordsApart(received.secret).map((word, i) => (
              <View key={`${word}-${i.toString()}`} className="secret__word">
                {word}
              </View>
            ))}
          </View>
        </View>
      </Slip>
      <View className="gap">
        <Note tone="good">{received.sentence.sentence}</Note>
        <Cites citations={received.sentence.clauses} />
      </View>
      <Follow received={received} />
    </Page>
  );
}

/** A message when there is an answer, for who is signed in and wants it. Nothing of what was said is in it. */
export function Follow({
  received,
  onTold,
}: {
  readonly received: Pick<ReceivedVoice, 'number' | 'secret'>;
  readonly onTold?: (reply: VoiceReply) => void;
}) {
  const agreed = useAgreed();
  const [told, setTold] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  if (!agreed || !canSignIn()) return null;
  if (told)
    return (
      <View className="gap">
        <Note tone="good">有了回复，给您发一条消息。消息里不写是什么事。</Note>
        <AskReminders about={['progress']} why="回复来了就知道。" />
      </View>
    );
  const follow = async (): Promise<void> => {
    const heard = await api(residentApi.followVoice, { body: { number: received.number, secret: received.secret } });
    setProblem(heard.ok ? undefined : heard.problem);
    if (!heard.ok) return;
    setTold(true);
    onTold?.(heard.data);
  };
  return (
    <View className="gap">
      {problem ? <ProblemNote problem={problem} onAgain={follow} /> : null}
      <Button kind="second" icon="bell" busyText="正在记" onTap={follow}>
        有回复，发消息告诉我
      </Button>
      <View className="small quiet">会记下是这个微信要看回复，查的人看不到。不想记，就别点。</View>
    </View>
  );
}
