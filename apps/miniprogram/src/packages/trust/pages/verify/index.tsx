import { type CertificateCheck, type Problem, residentApi } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Cites } from '@/components/cite';
import { Note } from '@/components/note';
import { Head, Page } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { TextField } from '@/components/text-field';
import { accessible } from '@/platform/accessible';
import { api } from '@/platform/api';
import { Face } from '../../_parts/certificate-face';

/** Ten letters and digits, with or without a dash. */
const LENGTH = 10;

/** For whoever was shown a certificate: nobody signs in, and nothing is seen that does not stand on it. */
export default function Verify() {
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [answer, setAnswer] = useState<CertificateCheck>();
  const [problem, setProblem] = useState<Problem>();
  const check = async (): Promise<void> => {
    if (code.replace(/[\s　-]/g, '').length !== LENGTH) return setWrong('码是 10 位，字母和数字');
    const heard = await api(residentApi.checkCertificate, { body: { code } });
    setAnswer(heard.ok ? heard.data : undefined);
    setProblem(heard.ok ? undefined : heard.problem);
  };
  return (
    <Page title="核一张证明">
      <Head tight title="证明上的码是多少？" lead="不用登录。只看得到证明上写的。" />
      <TextField
        label="核对码"
        value={code}
        maxLength={16}
        problem={wrong}
        onChange={(text) => {
          setCode(text);
          setWrong(undefined);
          setAnswer(undefined);
          setProblem(undefined);
        }}
      />
      <View className="gap">
        <Button icon="shield" busyText="正在查" onTap={check}>
          核一核
        </Button>
      </View>
      <View className="gap" {...accessible({ live: 'polite' })}>
        {answer ? (
          <>
            <Note tone={answer.kind === 'valid' ? 'good' : 'attention'} title={answer.sentence.sentence} />
            {answer.kind === 'valid' ? (
              <View className="gap">
                <Card>
                  <Face face={answer.face} />
                </Card>
              </View>
            ) : null}
            <Cites citations={answer.sentence.clauses} />
          </>
        ) : null}
        {problem ? <ProblemNote problem={problem} onAgain={check} /> : null}
      </View>
    </Page>
  );
}
