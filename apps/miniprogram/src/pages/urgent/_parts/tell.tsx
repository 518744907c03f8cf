import { residentApi, type UrgentKind } from '@assist/contracts';
import type { DivisionCode } from '@assist/policy';
import { View } from '@tarojs/components';
import { useMemo, useState } from 'react';
import { makeSpeaking } from '@/application/urgent/speaking';
import type { UrgentDraft, UrgentHelp, UrgentState } from '@/application/urgent/urgent-help';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { type Option, Segments } from '@/components/choice';
import { Cites } from '@/components/cite';
import { FieldProblem } from '@/components/field';
import { Note } from '@/components/note';
import { Head, Page, Section } from '@/components/page';
import { PlaceField } from '@/components/place-field';
import { TextField } from '@/components/text-field';
import { CITED } from '@/help/cited';
import { api } from '@/platform/api';
import { record } from '@/platform/recorder';
import { useRemote } from '@/platform/use-remote';
import { Numbers } from './numbers';
import { Speak } from './speak';
import { SpotLine } from './spot-line';

const KINDS: readonly Option<UrgentKind>[] = [
  { value: 'illness', title: '住院大病', icon: 'hospital' },
  { value: 'no-food-or-shelter', title: '断粮没住处', icon: 'box' },
  { value: 'disaster', title: '遭灾出事', icon: 'alert' },
];
const SAFE = [
  { value: 'yes', title: '安全' },
  { value: 'no', title: '不安全' },
  { value: 'unsure', title: '说不清' },
] as const;

const isSaid = ({ sound, kind, what }: UrgentDraft): boolean => Boolean(sound || kind || what?.trim());

/** What happened, where, whom to call back. Only the first two are needed to send it. */
export function Tell({ urgent, state }: { readonly urgent: UrgentHelp; readonly state: UrgentState }) {
  const { draft } = state;
  const [asked, setAsked] = useState(false);
  const [withoutPhone, setWithoutPhone] = useState(false);
  const place = draft.divisionCode;
  const speaking = useMemo(() => makeSpeaking(record, urgent.keepSound), [urgent]);
  const badPhone = draft.phone !== undefined && draft.phone !== '' && !/^\+?\d[\d -]{3,18}\d$/.test(draft.phone);
  const refused = state.entry?.refused;
  const send = async () => {
    setAsked(true);
    // Still speaking: it is kept first, and goes along.
    await speaking.end();
    if (!isSaid(urgent.state().draft) || !place || badPhone) return;
    if (!draft.phone && !withoutPhone) return setWithoutPhone(true);
    urgent.backToDraft();
    await urgent.send();
  };
  return (
    <Page
      open
      title="急事求助"
      actions={
        <ActionBar hint="人命关天，先打 120、110、119">
          <Button kind="urgent" icon="alarm" busy={state.busy} onTap={send}>
            {withoutPhone && !draft.phone ? '不留电话，就这样送' : '送给镇街'}
          </Button>
        </ActionBar>
      }
    >
      <Head tight centre title="出了什么事，说出来" lead="说重庆话也行。不用登录，不用填表。" />
      {refused ? (
        <Note tone="urgent" title="没有送出去">
          {refused.title}。{refused.fields?.map((one) => one.sentence).join('')}请打下面的电话。
        </Note>
      ) : null}
      <Speak urgent={urgent} sound={draft.sound} speaking={speaking} />
      <Section title="不想说，点一个也行">
        <View className="urgent-kinds">
          <Segments label="出了什么事" options={KINDS} value={draft.kind} onChange={(kind) => urgent.change({ kind })} />
        </View>
        <View className="gap">
          <TextField label="也可以写几个字" long maxLength={1000} value={draft.what ?? ''} onChange={(what) => urgent.change({ what })} />
        </View>
        <FieldProblem>{asked && !isSaid(draft) ? '说一句、写一句，或者点一样，都行。' : undefined}</FieldProblem>
      </Section>
      <Section title="人在哪里">
        <PlaceField
          label="现在在哪个镇街"
          hint="不看户口在哪里"
          problem={asked && !place ? '选一下，才知道送给谁。' : undefined}
          value={place ? { kind: 'chongqing', divisionCode: place } : undefined}
          onChange={(p) => p?.kind === 'chongqing' && urgent.change({ divisionCode: p.divisionCode })}
        />
        <Cites citations={[CITED.emergencyAnywhere]} />
        <TextField
          label="哪条街、什么旁边（可以不写）"
          maxLength={200}
          value={draft.where ?? ''}
          onChange={(where) => urgent.change({ where })}
        />
        <SpotLine urgent={urgent} here={draft.position !== undefined} />
        {place ? <Whom key={place} code={place} /> : null}
      </Section>
      <Section title="家里人现在安全吗">
        <Segments label="家里人现在安全吗" options={SAFE} value={draft.safe} onChange={(safe) => urgent.change({ safe })} />
      </Section>
      <Section title="给谁回电话">
        <TextField
          label="电话"
          keyboard="number"
          maxLength={20}
          problem={
            asked && badPhone
              ? '这个号码再看一下。'
              : withoutPhone && !draft.phone
                ? '没有电话，镇街打不回来，只能去您说的地方找。'
                : undefined
          }
          value={draft.phone ?? ''}
          onChange={(phone) => urgent.change({ phone: phone.trim() || undefined })}
        />
        <TextField
          label="怎么称呼您（可以不写）"
          maxLength={30}
          value={draft.name ?? ''}
          onChange={(name) => urgent.change({ name: name || undefined })}
        />
        <View className="gap-s cap quiet">说的、写的、电话，只用来找到您、帮您，不作别的用。</View>
      </Section>
      {place ? null : <Numbers />}
    </Page>
  );
}

/** Whom it goes to, whether somebody is there now; or that nothing can be sent there, and whom to call instead. */
function Whom({ code }: { readonly code: DivisionCode }) {
  const { remote } = useRemote(() => api(residentApi.urgentWhom, { params: { township: code.slice(0, 9) } }));
  const whom = remote.state === 'ready' ? remote.data : undefined;
  return (
    <View className="gap">
      {whom?.live && whom.office ? (
        <>
          <Note tone="plain" icon="pin" title={`送到${whom.office.name}`}>
            {whom.next[0]?.sentence}
          </Note>
          <Cites citations={whom.next[0]?.clauses ?? []} />
        </>
      ) : null}
      {whom?.now ? (
        <View className="gap">
          <Note tone="attention">{whom.now.sentence}</Note>
          <Cites citations={whom.now.clauses} />
        </View>
      ) : null}
      {whom && !whom.live ? (
        <Note tone="urgent" title="这里还送不出去">
          这个镇街还没用上救助通，什么也没送出去。请打电话，或到民政窗口。
        </Note>
      ) : null}
      {remote.state === 'problem' ? (
        <Note tone="attention">这会儿没有网。写的、说的都在手机里，点了“送给镇街”，有网就自己送出去。</Note>
      ) : null}
      <Numbers office={whom?.office} />
    </View>
  );
}
