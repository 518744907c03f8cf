import { type CONTACT_CHANGE_STATES, type ContactChange, type Problem, residentApi, type SecondStep, wordsOf } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { AccountGate } from '@/components/account-gate';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Choices } from '@/components/choice';
import { Cites } from '@/components/cite';
import { Note } from '@/components/note';
import { NumberedSteps } from '@/components/numbered-steps';
import { Head, Page, Section } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { Facts } from '@/components/slip';
import { TextField } from '@/components/text-field';
import { useAccount } from '@/platform/account';
import { api } from '@/platform/api';
import { today } from '@/platform/clock';
import { goTo } from '@/platform/navigate';
import { newId } from '@/platform/new-id';
import { useRemote } from '@/platform/use-remote';
import { momentFrom } from '@/wording/day';
import { type ContactKind, inFours, KIND_NAMES, lookAgain, toSend } from '../../_logic/contact';
import { SecondStepBox } from '../../_parts/second-step';
import '../../_parts/change.scss';

/** A new phone or bank account: one's own identity, a second step, a day in between, and the old number told. */
export default function Contact() {
  return (
    <Page title="换电话、银行卡">
      <AccountGate>
        <Inside />
      </AccountGate>
    </Page>
  );
}

function Inside() {
  const verified = useAccount()?.identity === 'verified';
  const { remote, reload } = useRemote(() => api(residentApi.contactChanges, {}), verified);
  const [done, setDone] = useState<ContactChange>();
  if (!verified) return <FirstWho />;
  const others = remote.state === 'ready' ? remote.data.filter((one) => one.contactChangeId !== done?.contactChangeId) : [];
  return (
    <>
      {done ? (
        <>
          <Head title="记下了，隔一天才算数" lead="旧号码会收到一条通知。" />
          <One change={done} onStopped={setDone} />
          <View className="gap">
            <Button kind="second" onTap={() => setDone(undefined)}>
              再换一样
            </Button>
          </View>
        </>
      ) : (
        <Ask
          onDone={(change) => {
            setDone(change);
            void reload();
          }}
        />
      )}
      {remote.state === 'problem' ? <ProblemNote problem={remote.problem} onAgain={reload} /> : null}
      {others.length > 0 ? (
        <Section title="换过的">
          {others.map((one) => (
            <View key={one.contactChangeId} className="below">
              <One change={one} onStopped={() => void reload()} />
            </View>
          ))}
        </Section>
      ) : null}
    </>
  );
}

/** Only one's own verified identity changes this. What to do otherwise is said, and nobody is stuck. */
const FirstWho = () => (
  <>
    <Head title="先核一下是您本人" lead="换电话、换银行卡只有本人能换，这样别人动不了您的钱。" />
    <NumberedSteps steps={['带身份证到窗口，或等人上门', '他们看一眼，给您一个码', '在手机上写上这个码，就能换了']} />
    <View className="stack gap-l">
      <Button onTap={() => goTo('identity')}>我有码，去核身份</Button>
      <Button kind="second" onTap={() => goTo('help', { about: 'window' })}>
        我去窗口换
      </Button>
      <Button kind="quiet" onTap={() => goTo('help', { about: 'visit' })}>
        走不动，请人上门
      </Button>
    </View>
  </>
);

const KINDS = [
  { value: 'phone', title: '换电话号码' },
  { value: 'bank-account', title: '换银行卡' },
] as const;

function Ask({ onDone }: { readonly onDone: (change: ContactChange) => void }) {
  const [kind, setKind] = useState<ContactKind>();
  const [value, setValue] = useState('');
  const [bank, setBank] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [ready, setReady] = useState(false);
  // One id for one content: a second tap or a lost answer changes nothing twice.
  const [id, setId] = useState<string>();
  const typed = (text: string) => {
    setValue(text);
    setWrong(undefined);
    setId(undefined);
  };
  const on = async (): Promise<void> => {
    if (!kind) return;
    const again = lookAgain(kind, value);
    setWrong(again);
    if (again) return;
    setId(await newId());
    setReady(true);
  };
  const put = async (step: SecondStep): Promise<Problem | undefined> => {
    if (!kind) return undefined;
    const contactChangeId = id ?? (await newId());
    setId(contactChangeId);
    const answer = await api(residentApi.changeContact, {
      params: { contactChangeId },
      body: { kind, value: toSend(value), ...(kind === 'bank-account' && bank.trim() && { bank: bank.trim() }), step },
    });
    if (!answer.ok) return answer.problem;
    onDone(answer.data);
    return undefined;
  };
  if (ready && kind)
    return (
      <>
        <Head title="再核一步，是您本人" lead="哪个办法方便用哪个。" />
        <View className="below">
          <Card>
            <Facts
              facts={[
                { name: `新${KIND_NAMES[kind]}`, value: inFours(value) },
                ...(kind === 'bank-account' && bank.trim() ? [{ name: '哪家银行', value: bank.trim() }] : []),
              ]}
            />
            <Button kind="quiet" small icon="pen" onTap={() => setReady(false)}>
              改一改
            </Button>
          </Card>
        </View>
        <SecondStepBox kind={kind} onStep={put} />
      </>
    );
  return (
    <>
      <Head title="换了哪一样？" lead="隔一天才算数，旧号码会收到通知。" />
      <Choices label="换了哪一样" options={KINDS} value={kind} onChange={setKind} />
      {kind ? (
        <View className="gap-l">
          <TextField
            label={kind === 'phone' ? '新的电话号码' : '新的卡号'}
            keyboard="number"
            maxLength={24}
            value={value}
            problem={wrong}
            onChange={typed}
          />
          {value ? <View className="entry__read">{inFours(value)}</View> : null}
          {kind === 'bank-account' ? <TextField label="哪家银行" aside="可以空着" maxLength={40} value={bank} onChange={setBank} /> : null}
          <View className="gap-l">
            <Button busyText="请等一下" onTap={on}>
              好了，下一步
            </Button>
          </View>
        </View>
      ) : null}
    </>
  );
}

const STATE_WORDS: Readonly<Record<(typeof CONTACT_CHANGE_STATES)[number], string>> = {
  waiting: '等着，还没算数',
  effective: '已经换了',
  stopped: '停下了，没换',
};

/** One that was asked for. Until it counts, one tap stops it. */
function One({ change, onStopped }: { readonly change: ContactChange; readonly onStopped: (change: ContactChange) => void }) {
  const [problem, setProblem] = useState<Problem>();
  const stop = async (): Promise<void> => {
    const answer = await api(residentApi.stopContactChange, { params: { contactChangeId: change.contactChangeId } });
    if (answer.ok) onStopped(answer.data);
    else setProblem(answer.problem);
  };
  return (
    <Card>
      <View className="strong">{`${wordsOf(KIND_NAMES, change.kind, '联系方式')}，末尾 ${change.maskedNew.replace(/^\*+/, '')}`}</View>
      <Facts
        facts={[
          { name: '现在', value: wordsOf(STATE_WORDS, change.state, '工作人员在办') },
          {
            name: change.state === 'waiting' ? '几时算数' : '几时说的',
            value: momentFrom(today(), change.state === 'waiting' ? change.effectiveAt : change.askedAt),
          },
        ]}
      />
      <View className="gap-s">{change.sentence.sentence}</View>
      <Cites citations={change.sentence.clauses} />
      {problem ? <ProblemNote problem={problem} /> : null}
      {change.state === 'waiting' ? (
        <>
          <Note tone="plain">不是您换的？马上停下，也可以打电话。</Note>
          <View className="gap">
            <Button kind="second" busyText="正在停" onTap={stop}>
              不是我换的，停下
            </Button>
          </View>
        </>
      ) : null}
    </Card>
  );
}
