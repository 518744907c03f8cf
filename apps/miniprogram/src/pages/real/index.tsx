import { type Problem, type RealityCheck, residentApi } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { Cites } from '@/components/cite';
import { Note } from '@/components/note';
import { NumberedSteps } from '@/components/numbered-steps';
import { Head, Page, Section } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { Facts } from '@/components/slip';
import { TextField } from '@/components/text-field';
import { TOPICS } from '@/help/topics';
import { accessible } from '@/platform/accessible';
import { api } from '@/platform/api';
import { today } from '@/platform/clock';
import { goTo } from '@/platform/navigate';
import { dayFrom } from '@/wording/day';
import { cleanCode, factsOf } from './_parts/answer';

/** The code of a visitor or of a message: is it ours? Nobody signs in for it, and nothing about a resident is shown. */
export default function Real() {
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [answer, setAnswer] = useState<RealityCheck>();
  const [problem, setProblem] = useState<Problem>();
  const check = async (): Promise<void> => {
    const typed = cleanCode(code);
    if (typed.length < 4) return setWrong('码是多少？来人报的，或者消息里写的');
    const heard = await api(residentApi.checkReality, { body: { code: typed } });
    setAnswer(heard.ok ? heard.data : undefined);
    setProblem(heard.ok ? undefined : heard.problem);
  };
  return (
    <Page title="是真的吗">
      <Head tight title="来的人、收到的消息，是真的吗？" lead="请来人报码，或者看消息里的核对码，写在这里查。" />
      <TextField
        label="来人报的码，或消息里的核对码"
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
          查一查
        </Button>
      </View>
      <View className="gap" {...accessible({ live: 'polite' })}>
        {answer ? <Answer answer={answer} /> : null}
        {problem ? <ProblemNote problem={problem} onAgain={check} /> : null}
      </View>
      <Section title="还不放心">
        <NumberedSteps steps={TOPICS.real.steps} />
      </Section>
      <View className="gap">
        <Card list>
          <Row icon="phone" title="打电话问镇街" onTap={() => goTo('help', { about: 'call' })} />
        </Card>
      </View>
      <View className="gap">
        <Note tone="plain">办救助不收一分钱，不要银行卡密码，也不要短信验证码。</Note>
      </View>
    </Page>
  );
}

function Answer({ answer }: { readonly answer: RealityCheck }) {
  const facts = factsOf(answer, (day) => dayFrom(today(), day));
  const known = answer.kind !== 'unknown';
  return (
    <>
      <Note tone={known ? 'good' : 'attention'} title={answer.sentence.sentence} />
      {facts.length ? (
        <View className="gap">
          <Card>
            <Facts facts={facts} />
          </Card>
        </View>
      ) : null}
      <Cites citations={answer.sentence.clauses} />
    </>
  );
}
