import type { Problem } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import type { Application } from '@/application/application';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { Head } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { TextField } from '@/components/text-field';

/** A mini-program cannot open the sign-in's page: the code is brought over from the desk, where she signed in. */
export function TieForm({ app, onTied }: { readonly app: Application; readonly onTied: () => unknown }) {
  const [code, setCode] = useState('');
  const [wanted, setWanted] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  // The same try keeps its key: an answer that was lost is not a second try.
  const tried = useRef<{ readonly code: string; readonly key: string }>();
  const tie = async (): Promise<void> => {
    const typed = code.trim();
    setWanted(typed === '');
    if (!typed) return;
    if (tried.current?.code !== typed) tried.current = { code: typed, key: app.newId() };
    const wrong = await app.round.tie(typed, tried.current.key);
    setProblem(wrong);
    if (!wrong) await onTied();
  };
  return (
    <>
      <Head tight title="工作人员入口" lead="给上门的工作人员用。您来办事，点左上角回去。" />
      <TextField
        label="工作台上的码"
        hint="在电脑上登录镇街工作台，点“我的手机”，要一个码"
        value={code}
        maxLength={12}
        problem={wanted ? '码是多少？' : undefined}
        onChange={setCode}
      />
      {problem ? (
        <View className="gap">
          <ProblemNote problem={problem} />
        </View>
      ) : null}
      <View className="gap">
        <Button busyText="正在绑" onTap={tie}>
          绑上这部手机
        </Button>
      </View>
      <View className="gap">
        <Note tone="info" icon="lock">
          一个码绑一部手机，用三十天。换手机、丢了手机，在工作台上解绑。
        </Note>
      </View>
    </>
  );
}
