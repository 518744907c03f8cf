import { COMPLAINT_ABOUT, COMPLAINT_ABOUT_NAMES, type ComplaintAbout, type Named, type OfficeView, residentApi } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { ActionBar, ButtonRow } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { Choices } from '@/components/choice';
import { Cites } from '@/components/cite';
import { Note } from '@/components/note';
import { Head, Page, Section } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { Skeleton } from '@/components/skeleton';
import { TextField } from '@/components/text-field';
import { api } from '@/platform/api';
import { goTo } from '@/platform/navigate';
import { useSendOnce } from '@/platform/send-once';
import { CITED } from '../../_logic/cited';
import { ByName, missingOf, NO_NAME_YET, namedOf } from '../../_parts/by-name';
import { MyTownship } from '../../_parts/my-township';
import { Received } from '../../_parts/received';

interface Said {
  readonly office: string;
  readonly about: ComplaintAbout;
  readonly whom?: string;
  readonly words: string;
  readonly named?: Named;
}
const TITLE = '举报或投诉';
const UNDER: Readonly<Record<ComplaintAbout, string>> = {
  household: '镇街去查',
  handling: '交给区里看，镇街看不到',
  staff: '交给区里看，镇街看不到',
};

/** A report or complaint: what about and where, then what it is, then with a name or without. */
export default function Complaint() {
  const once = useSendOnce('complaint', (complaintId, body: Said) => api(residentApi.complain, { params: { complaintId }, body }));
  if (once.answer) return <Received title={TITLE} received={once.answer} />;
  if (once.unsent === undefined)
    return (
      <Page title={TITLE}>
        <Head tight title="说的是哪样事？" />
        <Skeleton rows={4} />
      </Page>
    );
  return <Form unsent={once.unsent} problem={once.problem} onSend={once.send} />;
}

type Step = 'about' | 'words' | 'name';

function Form({
  unsent,
  problem,
  onSend,
}: {
  readonly unsent: Said | null;
  readonly problem: Parameters<typeof ProblemNote>[0]['problem'] | undefined;
  readonly onSend: (said: Said) => Promise<void>;
}) {
  const [step, setStep] = useState<Step>(unsent ? 'name' : 'about');
  const [office, setOffice] = useState(unsent?.office);
  const [about, setAbout] = useState(unsent?.about);
  const [whom, setWhom] = useState(unsent?.whom ?? '');
  const [words, setWords] = useState(unsent?.words ?? '');
  const [who, setWho] = useState(
    unsent ? { way: unsent.named ? ('named' as const) : ('without' as const), name: '', phone: '', ...unsent.named } : NO_NAME_YET,
  );
  const [asked, setAsked] = useState(false);
  const go = (to: Step) => {
    setAsked(false);
    setStep(to);
  };
  if (step === 'about' || !office || !about)
    return (
      <Page
        title={TITLE}
        actions={
          <ActionBar hint={asked && !about ? '说的是哪样事，选一个' : asked && !office ? '是哪个镇街的事，选一下' : '不用登录'}>
            <Button onTap={() => (about && office ? go('words') : setAsked(true))}>下一步</Button>
          </ActionBar>
        }
      >
        <Head tight title="说的是哪样事？" lead="谁都可以说，一件一件查。" />
        <Choices
          label="说的是哪样事"
          value={about}
          options={COMPLAINT_ABOUT.map((id) => ({ value: id, title: COMPLAINT_ABOUT_NAMES[id], under: UNDER[id] }))}
          onChange={setAbout}
        />
        <Section title="是哪个镇街的事">
          <MyTownship label="哪个镇街">{(found) => <Pick office={found} onFound={setOffice} />}</MyTownship>
        </Section>
        <Section title="已经说过了">
          <Card list>
            <Row icon="document" title="看回复" under="要号和口令" onTap={() => goTo('voiceBack')} />
            <Row icon="phone" title="打电话说" onTap={() => goTo('help', { about: 'call' })} />
          </Card>
        </Section>
        <View className="gap">
          <Cites citations={[CITED.anybody, CITED.byName]} />
        </View>
      </Page>
    );
  if (step === 'words')
    return (
      <Page
        title={TITLE}
        actions={
          <ActionBar>
            <ButtonRow>
              <Button kind="second" onTap={() => go('about')}>
                上一步
              </Button>
              <Button onTap={() => (words.trim() ? go('name') : setAsked(true))}>下一步</Button>
            </ButtonRow>
          </ActionBar>
        }
      >
        <Head tight title="怎么回事，写下来" lead="知道多少写多少，不用证据。" />
        <TextField
          label={about === 'household' ? '说的是谁，住哪里' : '说的是谁、哪件事'}
          aside="可以空着"
          maxLength={200}
          value={whom}
          onChange={setWhom}
        />
        <TextField
          label="怎么回事"
          long
          maxLength={2000}
          value={words}
          problem={asked && !words.trim() ? '写一句就行' : undefined}
          onChange={setWords}
        />
      </Page>
    );
  const missing = missingOf(who);
  const named = namedOf(who);
  const send = async (): Promise<void> => {
    setAsked(true);
    if (!missing) await onSend({ office, about, ...(whom.trim() && { whom: whom.trim() }), words: words.trim(), ...(named && { named }) });
  };
  return (
    <Page
      title={TITLE}
      actions={
        <ActionBar>
          <ButtonRow>
            <Button kind="second" onTap={() => go('words')}>
              上一步
            </Button>
            <Button busyText="正在送" onTap={send}>
              送出去
            </Button>
          </ButtonRow>
        </ActionBar>
      }
    >
      <Head tight title="留不留名字？" />
      {problem ? <ProblemNote problem={problem} onAgain={send} /> : null}
      <ByName value={who} problem={asked ? missing : undefined} onChange={setWho} />
      <View className="gap">
        <Note tone="plain" icon="lock">
          {about === 'household' ? '您是谁，不告诉被说的人。' : '您是谁，不告诉被说的人。这一份镇街看不到。'}
        </Note>
        <Cites citations={[CITED.privacy]} />
      </View>
    </Page>
  );
}

/** Takes the office over once it is known, and says which. */
function Pick({ office, onFound }: { readonly office: OfficeView; readonly onFound: (id: string) => void }) {
  useEffect(() => onFound(office.id), [office.id, onFound]);
  return <Note tone="good">{office.name}</Note>;
}
