import { type AccountView, type Problem, residentApi } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '@/components/card';
import { PhoneButton } from '@/components/phone-button';
import { ProblemNote } from '@/components/problem-panel';
import { account as accountStore } from '@/platform/account';
import { api } from '@/platform/api';
import { newId } from '@/platform/new-id';

/** The phone number as WeChat knows it; wanted, never needed. */
export function PhoneCard({ account }: { readonly account: AccountView }) {
  const [problem, setProblem] = useState<Problem | undefined>();
  const take = async (code: string) => {
    const answer = await api(residentApi.setPhone, { body: { code }, key: await newId() });
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) accountStore.set(answer.data);
  };
  return (
    <Card>
      <View className="strong">{account.maskedPhone ? `电话 ${account.maskedPhone}` : '留个电话，镇上好找您'}</View>
      <View className="small quiet">{account.maskedPhone ? '换了号，再点一下。' : '用微信里的号，不用输验证码。不留也行。'}</View>
      <View className="gap">
        <PhoneButton onCode={take}>{account.maskedPhone ? '换成微信现在的号' : '用微信的手机号'}</PhoneButton>
      </View>
      {problem ? (
        <View className="gap">
          <ProblemNote problem={problem} />
        </View>
      ) : null}
    </Card>
  );
}
