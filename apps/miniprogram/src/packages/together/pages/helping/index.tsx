import {
  checkIdentityNumber,
  HELPER_VERB_NAMES,
  type HelpedPerson,
  IDENTITY_NUMBER_SENTENCES,
  knownOf,
  NOT_KNOWN,
  normaliseIdentityNumber,
  type Problem,
  residentApi,
} from '@assist/contracts';
import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { useRef, useState } from 'react';
import { AccountGate } from '@/components/account-gate';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Note } from '@/components/note';
import { Head, Page, Section } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { State } from '@/components/state';
import { TextField } from '@/components/text-field';
import { acting, useActing } from '@/platform/acting';
import { useAgreed } from '@/platform/agreement';
import { api } from '@/platform/api';
import { today } from '@/platform/clock';
import { goTo } from '@/platform/navigate';
import { newId } from '@/platform/new-id';
import { useRemote } from '@/platform/use-remote';
import { dayInWords } from '@/wording/day';
import { HELPER_LOOKS, UNDER_WAY } from '../../_parts/looks';
import { Notices } from '../../_parts/notices';
import '../../_parts/together.scss';

/** 我帮的人; and, opened from a card, the invitation to take up. */
export default function Helping() {
  const invitation = useRouter().params.t;
  const [code, setCode] = useState('');
  const [typing, setTyping] = useState(false);
  const agreed = useAgreed();
  const helped = useActing();
  const { remote, reload } = useRemote(() => api(residentApi.helping, {}), agreed);
  const [accepted, setAccepted] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const [beginning, setBeginning] = useState(false);
  useDidShow(() => void (agreed && reload()));
  const accept = async (): Promise<void> => {
    const answer = await api(residentApi.acceptHelping, { body: { token: invitation ? decodeURIComponent(invitation) : code } });
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) {
      setAccepted(answer.data.name);
      setTyping(false);
    }
    await reload();
  };
  const stop = async (one: HelpedPerson): Promise<void> => {
    const answer = await api(residentApi.stopHelper, { params: { grantId: one.grantId } });
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok && helped?.grantId === one.grantId) acting.set(undefined);
    await reload();
  };
  const fill = (one: HelpedPerson): void => {
    acting.set({ grantId: one.grantId, name: one.name });
    goTo('apply');
  };
  const toAccept = invitation && accepted === undefined;
  const nobody = remote.state === 'ready' && remote.data.length === 0;
  return (
    <Page
      title="我帮的人"
      actions={
        agreed && toAccept ? (
          <ActionBar hint="您做的每一步，都会告诉他本人">
            <Button busyText="正在接" onTap={accept}>
              好，我来帮
            </Button>
          </ActionBar>
        ) : null
      }
    >
      <AccountGate>
        <Head
          tight
          title={toAccept ? '有人请您帮忙办' : accepted ? `好，您可以帮${accepted}了` : nobody ? '现在没有您在帮的人' : '我帮的人'}
          lead="只做他请您做的几样。换银行卡、换电话，要本人来。"
        />
        {problem ? <ProblemNote problem={problem} /> : null}
        {remote.state === 'problem' ? <ProblemNote problem={remote.problem} onAgain={reload} /> : null}
        {helped ? (
          <Note tone="attention" title={`正在替${helped.name}填`}>
            <Button small kind="second" onTap={() => acting.set(undefined)}>
              换回我自己的
            </Button>
          </Note>
        ) : null}
        {remote.state === 'ready'
          ? remote.data.map((one) => <Person key={one.grantId} one={one} onFill={() => fill(one)} onStop={() => stop(one)} />)
          : null}
        {beginning ? (
          <Begin
            onDone={() => {
              setBeginning(false);
              void reload();
            }}
          />
        ) : toAccept ? null : (
          <View className="gap-l stack">
            {typing ? (
              <>
                <TextField label="邀请的码" value={code} maxLength={20} onChange={setCode} />
                <Button busyText="正在接" onTap={accept}>
                  好，我来帮
                </Button>
              </>
            ) : (
              <Button kind="second" onTap={() => setTyping(true)}>
                有人念给我一个码
              </Button>
            )}
            <Button kind="second" onTap={() => setBeginning(true)}>
              替没有手机的人开一份
            </Button>
          </View>
        )}
      </AccountGate>
    </Page>
  );
}

function Person({
  one,
  onFill,
  onStop,
}: {
  readonly one: HelpedPerson;
  readonly onFill: () => void;
  readonly onStop: () => Promise<void>;
}) {
  const look = one.state === NOT_KNOWN ? UNDER_WAY : HELPER_LOOKS[one.state];
  const open = one.state === 'active';
  return (
    <Section title={one.name || '他'} aside={`到 ${dayInWords(one.until)}`}>
      <Card>
        <State kind={look.kind}>{look.words}</State>
        {one.state === 'frozen' ? <View className="gap-s">他说有一步没同意，镇街会来问，问清以前先不替他办。</View> : null}
        <View className="gap-s">{`能帮：${knownOf(one.verbs)
          .map((verb) => HELPER_VERB_NAMES[verb])
          .join('、')}`}</View>
        {one.drafts || one.applications ? (
          <View className="small quiet">{`在填的 ${one.drafts} 份，交了的 ${one.applications} 份`}</View>
        ) : null}
        <View className="gap stack">
          {open && one.verbs.includes('fill') ? <Button label={`替${one.name}填`} onTap={onFill}>{`替${one.name}填`}</Button> : null}
          {open && one.verbs.includes('notices') ? <Notices grantId={one.grantId} name={one.name} /> : null}
          {open && one.verbs.includes('authenticate') ? (
            <Button kind="second" onTap={() => goTo('authNeighbour')}>
              帮他认证
            </Button>
          ) : null}
          {open ? (
            <Button kind="quiet" small onTap={onStop}>
              不帮了
            </Button>
          ) : null}
        </View>
      </Card>
    </Section>
  );
}

/** Somebody without a phone: their name and number, which prove nothing; they take it over themselves later. */
function Begin({ onDone }: { readonly onDone: () => void }) {
  const [name, setName] = useState('');
  const [number, setNumber] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  // An answer that was lost is asked for again, not begun again; another name or number is somebody else.
  const asked = useRef<{ readonly about: string; readonly id: string }>();
  const begin = async (): Promise<void> => {
    const typed = normaliseIdentityNumber(number);
    const bad = typed ? checkIdentityNumber(typed, today()) : undefined;
    setWrong(bad && IDENTITY_NUMBER_SENTENCES[bad]);
    if (bad) return;
    const paper = typed
      ? ({ kind: 'resident-identity', number: typed } as const)
      : ({ kind: 'none-yet', reason: '帮忙的人手边没有' } as const);
    const about = `${name.trim()} ${typed}`;
    if (asked.current?.about !== about) asked.current = { about, id: await newId() };
    const answer = await api(residentApi.beginHelping, {
      params: { grantId: asked.current.id },
      body: { name: name.trim(), paper, kind: 'neighbour' },
    });
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) onDone();
  };
  return (
    <Section title="替谁开？">
      <TextField label="姓名" value={name} maxLength={50} onChange={setName} />
      <TextField
        label="身份证号"
        hint="手边没有，先空着"
        keyboard="idcard"
        value={number}
        maxLength={20}
        problem={wrong}
        onChange={setNumber}
      />
      {problem ? <ProblemNote problem={problem} /> : null}
      <View className="gap">
        <Button busyText="正在开" onTap={begin}>
          开一份
        </Button>
      </View>
    </Section>
  );
}
