import type { Problem } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { AccountGate } from '@/components/account-gate';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { Head, Page } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { TextField } from '@/components/text-field';
import { codeIsOn, setCode } from '@/platform/lock';

/** A code of one's own, for a phone that the whole family holds. */
export default function OwnCode() {
  return (
    <Page title="数字码">
      <AccountGate>
        <Inside />
      </AccountGate>
    </Page>
  );
}

const GOOD = /^\d{4,6}$/;

function Inside() {
  const [on, setOn] = useState(codeIsOn);
  const [code, setTyped] = useState('');
  const [before, setBefore] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const [done, setDone] = useState<string>();
  const save = async (next: string | undefined) => {
    setWrong(next === undefined || GOOD.test(next) ? undefined : '写 4 到 6 个数字');
    if (next !== undefined && !GOOD.test(next)) return;
    const answer = await setCode(next, on ? before : undefined);
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    setOn(answer.data.set);
    setDone(answer.data.set ? '设好了' : '不用数字码了');
    setTyped('');
    setBefore('');
  };
  return (
    <>
      <Head
        title={on ? '您设过数字码' : '手机大家用？设个数字码'}
        lead="离开十分钟，或从消息点进来，先写这个码，别人看不到。急事、打电话不用写。"
      />
      {done ? <Note tone="good">{done}</Note> : null}
      {on ? <TextField label="原来的数字码" keyboard="number" maxLength={6} value={before} onChange={setBefore} /> : null}
      <TextField
        label={on ? '换一个，4 到 6 个数字' : '4 到 6 个数字'}
        hint="别用生日，别写在手机壳上"
        keyboard="number"
        maxLength={6}
        value={code}
        onChange={setTyped}
        problem={wrong}
      />
      {problem ? <ProblemNote problem={problem} /> : null}
      <View className="gap-l">
        <Button busyText="正在存" onTap={() => save(code)}>
          {on ? '换成这个' : '就用这个'}
        </Button>
        {on ? (
          <Button kind="quiet" busyText="正在存" onTap={() => save(undefined)}>
            不用数字码了
          </Button>
        ) : null}
      </View>
      <View className="gap">
        <Note tone="plain">忘了也不要紧：写证件号后六位就能进来。</Note>
      </View>
    </>
  );
}
