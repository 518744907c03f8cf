import { type DoorForHousehold, type Problem, residentApi } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { AccountGate } from '@/components/account-gate';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Cites } from '@/components/cite';
import { Note } from '@/components/note';
import { Head, Page } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { Skeleton } from '@/components/skeleton';
import { TextField } from '@/components/text-field';
import { api } from '@/platform/api';
import { useRemote } from '@/platform/use-remote';
import { dayInWords } from '@/wording/day';

/** What an assistant wrote down in this household's name, and "I did not agree". */
export default function Told() {
  return (
    <Page title="上门替您记下的">
      <AccountGate>
        <Inside />
      </AccountGate>
    </Page>
  );
}

function Inside() {
  const { id } = useRouter().params;
  const { remote, reload } = useRemote(() => api(residentApi.doors, {}));
  if (remote.state === 'loading') return <Skeleton rows={4} />;
  if (remote.state === 'problem') return <ProblemNote problem={remote.problem} onAgain={reload} />;
  // The one that the message is about first.
  const doors = [...remote.data].sort((a, b) => Number(b.doorId === id) - Number(a.doorId === id));
  return (
    <>
      <Head
        tight
        title={doors.length > 0 ? '协理员上门，替您家记下的' : '还没有人上门替您家记过'}
        lead={doors.length > 0 ? '看一看对不对。不是您的意思，说一声就行，钱照发。' : '有人上门记了，这里看得到。'}
      />
      {doors.map((door) => (
        <Door key={door.doorId} door={door} onSaid={reload} />
      ))}
    </>
  );
}

function Door({ door, onSaid }: { readonly door: DoorForHousehold; readonly onSaid: () => unknown }) {
  const [saying, setSaying] = useState(false);
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const { notAgreed, answer } = door;
  const send = async (): Promise<void> => {
    const said = await api(residentApi.sayNotAgreed, { params: { doorId: door.doorId }, body: { words: words.trim() } });
    setProblem(said.ok ? undefined : said.problem);
    if (!said.ok) return;
    setSaying(false);
    await onSaid();
  };
  return (
    <View className="gap">
      <Card>
        <View className="strong">
          {dayInWords(door.on)}，{door.visitors.join('、')}来过
        </View>
        <View className="small quiet">
          {door.present ? `${door.present}在家。` : ''}
          {door.office.name}，{door.number}
        </View>
        {door.lines.map((line) => (
          <View key={line} className="gap-s">
            {line}
          </View>
        ))}
        <View className="gap-s">
          <Cites citations={door.sentence.clauses} />
        </View>
        {notAgreed ? (
          <View className="gap">
            <Note tone={answer ? 'good' : 'info'} title={answer ? '镇街查过了' : '您说了没同意，镇街在查'}>
              {answer ? answer.words : notAgreed.words || '您没写别的话'}
            </Note>
          </View>
        ) : saying ? (
          <View className="gap">
            <TextField label="哪里不是您的意思" hint="不写也行" value={words} maxLength={500} long onChange={setWords} />
            {problem ? <ProblemNote problem={problem} /> : null}
            <View className="gap">
              <Button onTap={send}>告诉镇街</Button>
            </View>
          </View>
        ) : (
          <View className="gap">
            <Button kind="second" small onTap={() => setSaying(true)}>
              我没同意
            </Button>
          </View>
        )}
      </Card>
    </View>
  );
}
