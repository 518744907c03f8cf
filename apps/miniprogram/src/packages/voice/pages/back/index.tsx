import { COMPLAINT_FINDING_NAMES, type Problem, residentApi, type VoiceReply, wordsOf } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { Cites } from '@/components/cite';
import { Note } from '@/components/note';
import { Head, Page, Section } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { Facts } from '@/components/slip';
import { TextField } from '@/components/text-field';
import { accessible } from '@/platform/accessible';
import { api } from '@/platform/api';
import { today } from '@/platform/clock';
import { goTo } from '@/platform/navigate';
import { dayFrom } from '@/wording/day';
import { Follow } from '../../_parts/received';

const NAMES = { objection: '公示的不同意见', complaint: '举报或投诉' } as const;
const STATES = { received: '收到了', opened: '打开看了，在查', answered: '回复了' } as const;

/** The answer, for who has the number and the secret words. What was said is not shown: somebody else may hold this phone. */
export default function Back() {
  const [number, setNumber] = useState('');
  const [secret, setSecret] = useState('');
  const [asked, setAsked] = useState(false);
  const [reply, setReply] = useState<VoiceReply>();
  const [problem, setProblem] = useState<Problem>();
  const typed = { number: number.trim(), secret: secret.trim() };
  const changed = (): void => {
    setReply(undefined);
    setProblem(undefined);
  };
  const look = async (): Promise<void> => {
    setAsked(true);
    if (!typed.number || !typed.secret) return;
    const heard = await api(residentApi.lookBack, { body: typed });
    setReply(heard.ok ? heard.data : undefined);
    setProblem(heard.ok ? undefined : heard.problem);
  };
  return (
    <Page title="看回复">
      <Head tight title="写上号和口令，看回复" lead="不用登录。" />
      <TextField
        label="号"
        hint="八个字母、数字"
        maxLength={20}
        value={number}
        problem={asked && !typed.number ? '号是多少？' : undefined}
        onChange={(text) => {
          setNumber(text);
          changed();
        }}
      />
      <TextField
        label="口令"
        hint="四个词，中间空不空都行"
        maxLength={40}
        value={secret}
        problem={asked && !typed.secret ? '口令是哪四个词？' : undefined}
        onChange={(text) => {
          setSecret(text);
          changed();
        }}
      />
      <View className="gap">
        <Button busyText="正在看" onTap={look}>
          看回复
        </Button>
      </View>
      <View className="gap" {...accessible({ live: 'polite' })}>
        {reply ? <Reply reply={reply} /> : null}
        {problem?.code === 'not-found' ? (
          <Note tone="attention" title="没有对上">
            号和口令再看一遍。抄错一个字就对不上。
          </Note>
        ) : problem ? (
          <ProblemNote problem={problem} onAgain={look} />
        ) : null}
      </View>
      {reply && reply.state !== 'answered' ? <Follow received={typed} onTold={setReply} /> : null}
      <Section title="口令找不到了">
        <Card list>
          <Row icon="phone" title="打电话，报号问" under="留了名字的，镇街能回您" onTap={() => goTo('help', { about: 'call' })} />
        </Card>
      </Section>
    </Page>
  );
}

function Reply({ reply }: { readonly reply: VoiceReply }) {
  return (
    <>
      <Note tone={reply.state === 'answered' ? 'good' : 'info'} title={wordsOf(STATES, reply.state, '工作人员在办')}>
        {reply.sentence.sentence}
      </Note>
      <View className="gap">
        <Card>
          <Facts
            facts={[
              { name: '是什么', value: wordsOf(NAMES, reply.kind, '您说的事') },
              { name: '哪天', value: dayFrom(today(), reply.on) },
              { name: '谁在查', value: reply.office },
              ...(reply.found ? [{ name: '结果', value: wordsOf(COMPLAINT_FINDING_NAMES, reply.found, '见上面的话') }] : []),
            ]}
          />
          {reply.reply ? <View className="gap strong">{reply.reply}</View> : null}
        </Card>
      </View>
      <Cites citations={reply.sentence.clauses} />
    </>
  );
}
