import { type Named, residentApi } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Cites } from '@/components/cite';
import { Head, Page, Section } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { Skeleton } from '@/components/skeleton';
import { TextField } from '@/components/text-field';
import { api } from '@/platform/api';
import { useSendOnce } from '@/platform/send-once';
import { CITED } from '../../_logic/cited';
import { ByName, missingOf, NO_NAME_YET, namedOf } from '../../_parts/by-name';
import { Received } from '../../_parts/received';

interface Said {
  readonly words: string;
  readonly named?: Named;
}

/** Against a notice: what is wrong with it, with a name or without. */
export default function Objection() {
  const { id = '' } = useRouter().params;
  const once = useSendOnce(`objection.${id}`, (objectionId, body: Said) =>
    api(residentApi.objectToPosting, { params: { postingId: id, objectionId }, body }),
  );
  if (once.answer) return <Received title="我有不同意见" received={once.answer} />;
  if (once.unsent === undefined)
    return (
      <Page title="我有不同意见">
        <Head tight title="哪里不对，写下来" />
        <Skeleton rows={4} />
      </Page>
    );
  return <Form unsent={once.unsent} problem={once.problem} onSend={once.send} />;
}

function Form({
  unsent,
  problem,
  onSend,
}: {
  readonly unsent: Said | null;
  readonly problem: Parameters<typeof ProblemNote>[0]['problem'] | undefined;
  readonly onSend: (said: Said) => Promise<void>;
}) {
  const [words, setWords] = useState(unsent?.words ?? '');
  const [who, setWho] = useState(
    unsent ? { way: unsent.named ? ('named' as const) : ('without' as const), name: '', phone: '', ...unsent.named } : NO_NAME_YET,
  );
  const [asked, setAsked] = useState(false);
  const wrong = words.trim() ? undefined : '写一句就行';
  const missing = missingOf(who);
  const send = async (): Promise<void> => {
    setAsked(true);
    const named = namedOf(who);
    if (!wrong && !missing) await onSend({ words: words.trim(), ...(named && { named }) });
  };
  return (
    <Page
      title="我有不同意见"
      actions={
        <ActionBar hint="镇街核实了才往下走">
          <Button busyText="正在送" onTap={send}>
            送出去
          </Button>
        </ActionBar>
      }
    >
      <Head tight title="哪里不对，写下来" lead="您知道什么就写什么，不用证据。" />
      {problem ? <ProblemNote problem={problem} onAgain={send} /> : null}
      <TextField label="您的意见" long maxLength={2000} value={words} problem={asked ? wrong : undefined} onChange={setWords} />
      <Section title="留不留名字">
        <ByName value={who} problem={asked ? missing : undefined} onChange={setWho} />
      </Section>
      <View className="gap">
        <View className="small quiet">您是谁，不告诉这一家，他们哪里都看不到。</View>
        <Cites citations={[CITED.privacy]} />
      </View>
    </Page>
  );
}
