import {
  HELPER_KIND_NAMES,
  HELPER_VERB_NAMES,
  type HelperGrant,
  knownOf,
  NOT_KNOWN,
  type Problem,
  residentApi,
  wordsOf,
} from '@assist/contracts';
import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { momentText } from '@/application/words/day-and-time';
import { AccountGate } from '@/components/account-gate';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Cites } from '@/components/cite';
import { Note } from '@/components/note';
import { Head, Page, Section } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { State } from '@/components/state';
import { useAccount } from '@/platform/account';
import { api } from '@/platform/api';
import { today } from '@/platform/clock';
import { goTo } from '@/platform/navigate';
import { useRemote } from '@/platform/use-remote';
import { dayInWords } from '@/wording/day';
import { HELPER_LOOKS, UNDER_WAY } from '../../_parts/looks';
import '../../_parts/together.scss';

/** 帮我办的人: what each may do and until when, what they did; stopped with one tap. */
export default function Helpers() {
  const account = useAccount();
  const { remote, reload } = useRemote(() => api(residentApi.helpers, {}));
  const [problem, setProblem] = useState<Problem>();
  const [taken, setTaken] = useState<number>();
  useDidShow(() => void reload());
  const done = async (result: { ok: boolean; problem?: Problem }): Promise<void> => {
    setProblem(result.problem);
    await reload();
  };
  const take = async (): Promise<void> => {
    const result = await api(residentApi.claimHelped, {});
    if (result.ok) setTaken(result.data.taken);
    await done(result);
  };
  return (
    <Page
      title="帮我办的人"
      actions={
        <ActionBar>
          <Button onTap={() => goTo('inviteHelper')}>请一个人帮我办</Button>
        </ActionBar>
      }
    >
      <AccountGate>
        <Head
          tight
          title={remote.state === 'ready' && remote.data.length === 0 ? '现在没有人替您办' : '帮我办的人'}
          lead="能做什么、到哪天，您说了算。谁也不能替您换银行卡和电话。"
        />
        {problem ? <ProblemNote problem={problem} /> : null}
        {remote.state === 'problem' ? <ProblemNote problem={remote.problem} onAgain={reload} /> : null}
        {remote.state === 'ready'
          ? remote.data.map((one) => (
              <Grant
                key={one.grantId}
                grant={one}
                onStop={async () => done(await api(residentApi.stopHelper, { params: { grantId: one.grantId } }))}
                onNotAgreed={async (actId) =>
                  done(await api(residentApi.notAgreed, { params: { grantId: one.grantId }, body: { ...(actId && { actId }) } }))
                }
              />
            ))
          : null}
        {account?.identity === 'verified' ? (
          <View className="gap-l">
            {taken === undefined ? (
              <Button kind="quiet" busyText="正在找" onTap={take}>
                别人替我开过，接过来
              </Button>
            ) : (
              <Note tone="good">{taken ? `接过来了 ${taken} 份，都在您这里。` : '没有找到别人替您开的。'}</Note>
            )}
          </View>
        ) : null}
      </AccountGate>
    </Page>
  );
}

function Grant({
  grant,
  onStop,
  onNotAgreed,
}: {
  readonly grant: HelperGrant;
  readonly onStop: () => Promise<void>;
  readonly onNotAgreed: (actId?: string) => Promise<void>;
}) {
  const look = grant.state === NOT_KNOWN ? UNDER_WAY : HELPER_LOOKS[grant.state];
  const open = grant.state === 'active' || grant.state === 'invited';
  return (
    <Section title={grant.name} aside={wordsOf(HELPER_KIND_NAMES, grant.kind, '帮您办的人')}>
      <Card>
        <State kind={look.kind}>{look.words}</State>
        <View className="gap-s">{`能帮您：${knownOf(grant.verbs)
          .map((verb) => HELPER_VERB_NAMES[verb])
          .join('、')}`}</View>
        <View className="small quiet">{`到 ${dayInWords(grant.until)}。${grant.sentence.sentence}`}</View>
        {grant.acts.map((act) => (
          <View key={act.actId} className="gap">
            <View>{`${momentText(act.at, today())}，${act.words}`}</View>
            {act.notAgreed ? (
              <View className="small quiet">您说没同意，镇街会来问您</View>
            ) : (
              <View className="gap-s">
                <Button kind="second" small label={`我没同意：${act.words}`} onTap={() => onNotAgreed(act.actId)}>
                  我没同意
                </Button>
              </View>
            )}
          </View>
        ))}
        <Cites citations={grant.sentence.clauses} />
        {open ? (
          <Button kind="quiet" small label={`停掉，${grant.name}`} onTap={onStop}>
            停掉
          </Button>
        ) : null}
      </Card>
    </Section>
  );
}
