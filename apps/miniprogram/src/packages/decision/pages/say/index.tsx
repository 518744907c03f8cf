import { type DecisionView, type Problem, residentApi } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { AccountGate } from '@/components/account-gate';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { Head, Page } from '@/components/page';
import { PersonaGate } from '@/components/persona-gate';
import { ProblemNote } from '@/components/problem-panel';
import { Skeleton } from '@/components/skeleton';
import { TextField } from '@/components/text-field';
import { useAgreed } from '@/platform/agreement';
import { api } from '@/platform/api';
import { canSignIn } from '@/platform/login';
import { goBack, goTo } from '@/platform/navigate';
import { useSendOnce } from '@/platform/send-once';

const KINDS = {
  heard: {
    bar: '说说我的想法',
    title: '您怎么想，写下来',
    lead: '定下来以前，先看您说的。',
    label: '我想说的',
    done: '镇街看了，会记在案上，再往下走。',
  },
  objection: {
    bar: '我有不同意见',
    title: '哪里不对，写下来',
    lead: '镇街核实以后回您。',
    label: '我的不同意见',
    done: '镇街核实了，回复写在这一件里，也发消息告诉您。',
  },
} as const;

/** One's own words, before it is decided or against it: by writing, or by phone, or at the door. */
export default function Say() {
  const { id = '', as = 'heard' } = useRouter().params;
  const kind = as === 'objection' ? 'objection' : 'heard';
  return useAgreed() && canSignIn() ? (
    <PersonaGate>
      <Inside runId={id} kind={kind} />
    </PersonaGate>
  ) : (
    <Page title={KINDS[kind].bar}>
      <AccountGate>{null}</AccountGate>
    </Page>
  );
}

function Inside({ runId, kind }: { readonly runId: string; readonly kind: keyof typeof KINDS }) {
  const once = useSendOnce<{ readonly words: string }, DecisionView>(`decision.${kind}.${runId}`, (eventId, body) =>
    api(kind === 'heard' ? residentApi.sayToDecision : residentApi.objectToDecision, { params: { runId, eventId }, body }),
  );
  const words = KINDS[kind];
  if (once.answer)
    return (
      <Page
        title={words.bar}
        actions={
          <ActionBar>
            <Button onTap={goBack}>回去看</Button>
          </ActionBar>
        }
      >
        <Head title="收到了" lead={words.done} />
      </Page>
    );
  if (once.unsent === undefined)
    return (
      <Page title={words.bar}>
        <Head tight title={words.title} />
        <Skeleton rows={3} />
      </Page>
    );
  return <Form kind={kind} unsent={once.unsent?.words ?? ''} problem={once.problem} onSend={once.send} />;
}

function Form({
  kind,
  unsent,
  problem,
  onSend,
}: {
  readonly kind: keyof typeof KINDS;
  readonly unsent: string;
  readonly problem: Problem | undefined;
  readonly onSend: (body: { readonly words: string }) => Promise<void>;
}) {
  const [typed, setTyped] = useState(unsent);
  const [asked, setAsked] = useState(false);
  const words = KINDS[kind];
  const send = async (): Promise<void> => {
    setAsked(true);
    if (typed.trim()) await onSend({ words: typed.trim() });
  };
  return (
    <Page
      title={words.bar}
      actions={
        <ActionBar hint="想到哪写到哪，写一句也算">
          <Button busyText="正在送" onTap={send}>
            送出去
          </Button>
        </ActionBar>
      }
    >
      <Head tight title={words.title} lead={words.lead} />
      {problem ? <ProblemNote problem={problem} onAgain={send} /> : null}
      <TextField
        label={words.label}
        long
        maxLength={2000}
        value={typed}
        problem={asked && !typed.trim() ? '写一句就行' : undefined}
        onChange={setTyped}
      />
      <View className="gap">
        <Card list>
          <Row icon="phone" title="不想写，打电话说" onTap={() => goTo('help', { about: 'call' })} />
          <Row icon="visit" title="请人到家里来听" onTap={() => goTo('help', { about: 'visit' })} />
        </Card>
      </View>
    </Page>
  );
}
