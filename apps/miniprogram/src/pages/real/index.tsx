import { type RealityCheck, residentApi } from '@assist/contracts';
import { View } from '@tarojs/components';
import { Card, Row } from '@/components/card';
import { Cites } from '@/components/cite';
import { CodeCheck } from '@/components/code-check';
import { Note } from '@/components/note';
import { NumberedSteps } from '@/components/numbered-steps';
import { Head, Page, Section } from '@/components/page';
import { Facts } from '@/components/slip';
import { TOPICS } from '@/help/topics';
import { api } from '@/platform/api';
import { today } from '@/platform/clock';
import { goTo } from '@/platform/navigate';
import { dayFrom } from '@/wording/day';
import { cleanCode, factsOf } from './_parts/answer';

/** The code of a visitor or of a message: is it ours? Nobody signs in for it, and nothing about a resident is shown. */
export default function Real() {
  return (
    <Page title="是真的吗">
      <Head tight title="来的人、收到的消息，是真的吗？" lead="请来人报码，或者看消息里的核对码，写在这里查。" />
      <CodeCheck
        label="来人报的码，或消息里的核对码"
        button="查一查"
        wrongWith={(code) => (cleanCode(code).length < 4 ? '码是多少？来人报的，或者消息里写的' : undefined)}
        ask={(code) => api(residentApi.checkReality, { body: { code: cleanCode(code) } })}
      >
        {(answer) => <Answer answer={answer} />}
      </CodeCheck>
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
  const known = answer.kind === 'visitor' || answer.kind === 'message';
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
