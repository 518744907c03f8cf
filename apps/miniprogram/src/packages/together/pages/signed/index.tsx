import { type Problem, type RelaySignature, residentApi } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { AccountGate } from '@/components/account-gate';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Cites } from '@/components/cite';
import { Head, Page, Section } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { Skeleton } from '@/components/skeleton';
import { api } from '@/platform/api';
import { phoneId } from '@/platform/phone-id';
import { useRemote } from '@/platform/use-remote';
import { dayInWords, dayOf } from '@/wording/day';
import { FaceToSign, useFaceHere } from '../../_parts/face-to-sign';
import { WAY_NAMES } from '../../_parts/looks';
import '../../_parts/together.scss';

/** What was signed in my name: it was I, I did not agree, not any more. */
export default function SignedInMyName() {
  const { remote, reload } = useRemote(() => api(residentApi.relaySignatures, {}));
  const [problem, setProblem] = useState<Problem>();
  const faceHere = useFaceHere();
  const [facing, setFacing] = useState<string>();
  useDidShow(() => void reload());
  const confirmByFace = async (signatureId: string, faceCheckId: string): Promise<Problem | undefined> => {
    const result = await api(residentApi.confirmRelayByFace, { params: { signatureId }, body: { faceCheckId } });
    if (!result.ok) return result.problem;
    setFacing(undefined);
    await reload();
    return undefined;
  };
  const answer = async (one: RelaySignature, said: 'agreed' | 'not-agreed' | 'withdrawn'): Promise<void> => {
    const params = { signatureId: one.signatureId };
    const result = await api(residentApi.answerRelaySignature, { params, body: { answer: said, phoneId: await phoneId() } });
    setProblem(result.ok ? undefined : result.problem);
    await reload();
  };
  return (
    <Page title="以您的名义签过的">
      <AccountGate>
        <Head
          tight
          title={remote.state === 'ready' && remote.data.length === 0 ? '没有以您的名义签过的' : '以您的名义签过的'}
          lead={
            remote.state === 'ready' && remote.data.length === 0 ? '有人用您的名字点过头，会写在这里。' : '不是您同意的，点一下就不算。'
          }
        />
        {problem ? <ProblemNote problem={problem} /> : null}
        {remote.state === 'loading' ? <Skeleton rows={4} /> : null}
        {remote.state === 'problem' ? <ProblemNote problem={remote.problem} onAgain={reload} /> : null}
        {remote.state === 'ready'
          ? remote.data.map((one) => (
              <Section key={one.signatureId} title={`${one.applicant || '家里人'}的申请`}>
                <Card>
                  <View className="strong">{`${dayInWords(dayOf(new Date(one.at)))}，${WAY_NAMES[one.way]}`}</View>
                  <View className="gap-s">{one.sentence.sentence}</View>
                  <Cites citations={one.sentence.clauses} />
                  <View className="gap stack">
                    {one.mayConfirm ? <Button onTap={() => answer(one, 'agreed')}>是我同意的</Button> : null}
                    {one.mayConfirmByFace && faceHere && facing !== one.signatureId ? (
                      <Button kind="second" onTap={() => setFacing(one.signatureId)}>
                        刷一下脸，不用等人来问
                      </Button>
                    ) : null}
                    {one.mayWithdraw ? (
                      <Button kind="second" onTap={() => answer(one, 'not-agreed')}>
                        我没同意
                      </Button>
                    ) : null}
                    {one.state === 'given' ? (
                      <Button kind="quiet" onTap={() => answer(one, 'withdrawn')}>
                        不再同意
                      </Button>
                    ) : null}
                  </View>
                </Card>
                {facing === one.signatureId ? (
                  <FaceToSign
                    about={{ signatureId: one.signatureId }}
                    name={one.name}
                    otherWay="不刷脸，等镇街来问"
                    onPassed={(faceCheckId) => confirmByFace(one.signatureId, faceCheckId)}
                    onLeave={() => setFacing(undefined)}
                  />
                ) : null}
              </Section>
            ))
          : null}
      </AccountGate>
    </Page>
  );
}
