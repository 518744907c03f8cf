import { NOT_KNOWN, type Problem, type RelayAsk, type RelayBoard, residentApi } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useDidShow, useShareAppMessage } from '@tarojs/taro';
import { useRef, useState } from 'react';
import { otherAdults } from '@/application/sign/signatures';
import { type DraftProps, withDraft } from '@/application/use-application';
import { calledName } from '@/application/words/lists';
import { RELATION_NAMES } from '@/application/words/names';
import { AccountGate } from '@/components/account-gate';
import { ActionBar } from '@/components/action-bar';
import { Avatar } from '@/components/avatar';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Cites } from '@/components/cite';
import { Note } from '@/components/note';
import { Head, Page, Section } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { State } from '@/components/state';
import { clientFor, useActing } from '@/platform/acting';
import { today } from '@/platform/clock';
import { goBack } from '@/platform/navigate';
import { newId } from '@/platform/new-id';
import { pageLink } from '@/platform/page-link';
import { phoneId } from '@/platform/phone-id';
import { useRemote } from '@/platform/use-remote';
import { dayInWords } from '@/wording/day';
import { RELAY_LOOKS, UNDER_WAY, WAY_NAMES } from '../../_parts/looks';
import { type Asked, type Asking, AskSheet, LinkSheet, type Made } from './_sheets';
import '../../_parts/together.scss';

/** Who has agreed and who has not. It can be sent at any time: the day of sending is the day of the application. */
function Relay({ form, record }: DraftProps) {
  const call = clientFor(useActing()?.grantId);
  const { applicationId } = record;
  const { remote, reload } = useRemote(() => call(residentApi.relayBoard, { params: { applicationId } }));
  const [asking, setAsking] = useState<Asked>();
  const [made, setMade] = useState<Made>();
  const [problem, setProblem] = useState<Problem>();
  const keys = useRef(new Map<string, string>());
  useDidShow(() => void reload());
  useShareAppMessage(() => ({ title: '请您点个头', path: made ? pageLink('relaySign', made.token) : '/pages/home/index' }));
  const people = otherAdults(form, today());
  const board = remote.state === 'ready' ? remote.data : undefined;
  const supporters = form.supporters ?? [];
  const askOf = ({ id }: { readonly id: string }) => board?.asks.find((one) => one.memberId === id);
  const agreed = board?.asks.filter((one) => one.state === 'signed' && people.some(({ id }) => id === one.memberId)).length ?? 0;

  const link = async (ask: RelayAsk, kind: Made['kind']): Promise<void> => {
    const answer = await call(residentApi.makeRelayLink, { params: { askId: ask.askId }, body: { kind }, key: await newId() });
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) setMade({ ...answer.data, kind, name: ask.name });
    await reload();
  };
  const ask = async (member: Asked, asked: Asking): Promise<Problem | undefined> => {
    const id = keys.current.get(member.id) ?? (await newId());
    keys.current.set(member.id, id);
    const { way, ...rest } = asked;
    const body = {
      applicationId,
      memberId: member.id,
      name: member.name || '家里人',
      phoneId: await phoneId(),
      ...(member.paper ? { paper: member.paper } : member.paperKept && { draftId: record.draftId }),
      ...(member.phone && { phone: member.phone }),
      ...rest,
    };
    const answer = await call(residentApi.askRelay, { params: { askId: id }, body });
    if (!answer.ok) return answer.problem;
    if (way === 'card' || way === 'paper') {
      setAsking(undefined);
      await link(answer.data, way);
      return undefined;
    }
    const settled = await call(residentApi.settleRelayAsk, { params: { askId: answer.data.askId }, body: { way } });
    if (!settled.ok) return settled.problem;
    setAsking(undefined);
    await reload();
    return undefined;
  };
  return (
    <Page
      title="家里人同意"
      actions={
        <ActionBar hint="没签完也照样能交">
          <Button onTap={goBack}>好了</Button>
        </ActionBar>
      }
    >
      <Head title="请家里人点个头" lead="同意镇上查收入、存款、房子和车，只用在这次申请。每个大人自己点。" />
      <AccountGate>
        {board ? <DateNote board={board} /> : null}
        {problem ? <ProblemNote problem={problem} /> : null}
        {remote.state === 'problem' ? <ProblemNote problem={remote.problem} onAgain={reload} /> : null}
        {people.length ? (
          <Section title={`家里别的大人 ${people.length} 位`} aside={`${agreed} 位好了`}>
            <Card list>
              {people.map((member) => (
                <Line
                  key={member.id}
                  who={{ name: calledName(member), under: RELATION_NAMES[member.relation] }}
                  ask={askOf(member)}
                  onAsk={() => setAsking(member)}
                />
              ))}
            </Card>
          </Section>
        ) : (
          <Note tone="plain" title="家里没有别的大人">
            在“家里有谁”里写上，这里就能请他们点头。
          </Note>
        )}
        {supporters.length ? (
          <Section title={`不住一起的亲人 ${supporters.length} 位`} aside="要本人愿意">
            <Card list>
              {supporters.map((one) => {
                const asked = askOf(one);
                const name = asked?.name ?? RELATION_NAMES[one.relation];
                return (
                  <Line
                    key={one.id}
                    who={{ name, under: asked ? RELATION_NAMES[one.relation] : '' }}
                    ask={asked}
                    none="不请也行。本人不愿意，就不查，不影响您申请。"
                    onAsk={() => setAsking({ id: one.id, name: asked?.name ?? '', relation: one.relation, supporter: true })}
                  />
                );
              })}
            </Card>
          </Section>
        ) : null}
        {board?.asks[0] ? <Cites citations={board.asks[0].sentence.clauses} /> : null}
      </AccountGate>
      {asking ? <AskSheet member={asking} onAsk={(asked) => ask(asking, asked)} onClose={() => setAsking(undefined)} /> : null}
      {made ? <LinkSheet made={made} onClose={() => setMade(undefined)} /> : null}
    </Page>
  );
}

const DateNote = ({ board }: { readonly board: RelayBoard }) => (
  <Note tone="good" title={board.receivedOn ? `申请日期已定：${dayInWords(board.receivedOn)}` : '申请日期：交的那天'}>
    {board.date.sentence}
  </Note>
);

function Line({
  who,
  ask,
  none,
  onAsk,
}: {
  readonly who: { readonly name: string; readonly under: string };
  readonly ask: RelayAsk | undefined;
  /** What is said while nobody asked. */
  readonly none?: string;
  readonly onAsk: () => void;
}) {
  const state = ask?.state ?? 'waiting';
  const look = state === NOT_KNOWN ? UNDER_WAY : RELAY_LOOKS[state];
  const open = ask?.state !== 'signed' && ask?.state !== 'to-confirm';
  const { name, under } = who;
  const says = ask?.sentence.sentence ?? none;
  return (
    <View>
      <View className="row row--aside">
        <View className="row__line" />
        <Avatar name={name} done={ask?.state === 'signed'} />
        <View className="row__body">
          <View className="row__title">{name}</View>
          <View className="row__under">
            {under}
            {ask?.way ? `，${WAY_NAMES[ask.way]}` : ''}
            {ask?.guardian ? `，${ask.guardian}代签` : ''}
          </View>
        </View>
        <State kind={look.kind}>{look.words}</State>
      </View>
      {says ? <View className="small quiet relay__says">{says}</View> : null}
      {open ? (
        <View className="relay__acts">
          <Button small kind="second" label={`${name}，${ask ? '再请他，换个办法' : '请他点头'}`} onTap={onAsk}>
            {ask ? '再请他，换个办法' : '请他点头'}
          </Button>
        </View>
      ) : null}
    </View>
  );
}

export default withDraft('家里人同意', Relay);
