import { type Problem, residentApi } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { ProblemNote } from '@/components/problem-panel';
import { TextField } from '@/components/text-field';
import { account } from '@/platform/account';
import { api } from '@/platform/api';
import { newId } from '@/platform/new-id';

/** A one-time code from a clerk or an assistant who saw the card. */
export function VerifyCard() {
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<string | undefined>();
  const [problem, setProblem] = useState<Problem | undefined>();
  const send = async () => {
    const typed = code.replace(/\s/g, '').toUpperCase();
    if (!typed) {
      setWrong('请写上窗口给您的码');
      return;
    }
    const answer = await api(residentApi.verifyByCode, { body: { code: typed }, key: await newId() });
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) account.set(answer.data);
  };
  return (
    <Card>
      <View className="strong">核一下身份</View>
      <View className="small quiet">到窗口、或等人上门，给他们看一眼身份证，会给您一个码。不核也能申请。</View>
      <View className="gap">
        <TextField
          label="窗口给的码"
          value={code}
          maxLength={16}
          problem={wrong}
          onChange={(v) => {
            setCode(v);
            setWrong(undefined);
            setProblem(undefined);
          }}
        />
      </View>
      {problem ? (
        <View className="gap">
          <ProblemNote problem={problem} />
        </View>
      ) : null}
      <View className="gap">
        <Button kind="second" busyText="正在核" onTap={send}>
          写好了
        </Button>
      </View>
    </Card>
  );
}
