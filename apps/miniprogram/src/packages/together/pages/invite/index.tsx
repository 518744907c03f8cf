import {
  HELPER_KIND_NAMES,
  HELPER_KINDS,
  HELPER_VERB_NAMES,
  HELPER_VERBS,
  type HelperKind,
  type HelperVerb,
  type Problem,
  residentApi,
} from '@assist/contracts';
import { addDays } from '@assist/policy';
import { View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { useRef, useState } from 'react';
import { AccountGate } from '@/components/account-gate';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { ManySegments, Segments } from '@/components/choice';
import { DateField } from '@/components/date-field';
import { Field } from '@/components/field';
import { Note } from '@/components/note';
import { Head, Page } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { ShareButton } from '@/components/share-button';
import { TextField } from '@/components/text-field';
import { api } from '@/platform/api';
import { today } from '@/platform/clock';
import { goBack } from '@/platform/navigate';
import { newId } from '@/platform/new-id';
import { pageLink } from '@/platform/page-link';
import { inFours } from '../../_parts/looks';
import '../../_parts/together.scss';

const HALF_A_YEAR_DAYS = 183;

/** Asks somebody to help: what, and until when. The invitation goes to them alone, and opens once. */
export default function Invite() {
  const [name, setName] = useState('');
  const [kind, setKind] = useState<HelperKind>('family');
  const [verbs, setVerbs] = useState<readonly HelperVerb[]>(['fill']);
  const [until, setUntil] = useState(() => addDays(today(), HALF_A_YEAR_DAYS));
  const [problem, setProblem] = useState<Problem>();
  const [token, setToken] = useState<string>();
  const ids = useRef<{ key: string; grantId: string }>();
  useShareAppMessage(() => ({ title: '请帮我办一下', path: token ? pageLink('helping', token) : '/pages/home/index' }));
  const make = async (): Promise<void> => {
    ids.current ??= { key: await newId(), grantId: await newId() };
    const { key, grantId } = ids.current;
    const answer = await api(residentApi.inviteHelper, { body: { grantId, name: name.trim(), kind, verbs: [...verbs], until }, key });
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) setToken(answer.data.token);
    // What is changed and sent again is another invitation.
    else ids.current = undefined;
  };
  if (token)
    return (
      <Page
        title="请人帮我办"
        actions={
          <ActionBar>
            <ShareButton link={pageLink('helping', token)}>{`发微信给${name}`}</ShareButton>
            <Button kind="quiet" onTap={goBack}>
              好了
            </Button>
          </ActionBar>
        }
      >
        <Head title={`发给${name}就行`} lead="他打开、接下，就能帮您。每做一步都会告诉您。" />
        <Card>
          <View className="small">也可以念给他听，他在“我帮的人”里写上：</View>
          <View className="code-big">{inFours(token)}</View>
        </Card>
        <View className="gap">
          <Note tone="plain">只给他本人。用一次就没了，7 天里有用。</Note>
        </View>
      </Page>
    );
  return (
    <Page
      title="请人帮我办"
      actions={
        <ActionBar hint="随时能停掉">
          <Button busyText="正在做" onTap={make}>
            做一个邀请
          </Button>
        </ActionBar>
      }
    >
      <AccountGate>
        <Head tight title="请谁帮您办？" lead="银行卡、电话、您是谁，谁也不能替您改。" />
        <TextField label="怎么称呼他" value={name} maxLength={50} onChange={setName} />
        <Field label="他是您的">
          <Segments
            label="他是您的"
            options={HELPER_KINDS.map((value) => ({ value, title: HELPER_KIND_NAMES[value] }))}
            value={kind}
            onChange={setKind}
          />
        </Field>
        <Field label="能帮您做什么" aside="可选几样">
          <ManySegments
            label="能帮您做什么"
            options={HELPER_VERBS.map((value) => ({ value, title: HELPER_VERB_NAMES[value] }))}
            values={verbs}
            onChange={setVerbs}
          />
        </Field>
        <DateField label="到哪天" value={until} from={today()} to={addDays(today(), HALF_A_YEAR_DAYS)} onChange={setUntil} />
        {problem ? (
          <View className="gap">
            <ProblemNote problem={problem} />
          </View>
        ) : null}
      </AccountGate>
    </Page>
  );
}
