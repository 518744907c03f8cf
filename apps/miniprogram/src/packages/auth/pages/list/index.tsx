import { type Family, NOT_KNOWN } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useEffect, useReducer, useState } from 'react';
import type { Application } from '@/application/application';
import type { Run } from '@/application/authentication/run';
import { useApplication } from '@/application/use-application';
import { AccountGate } from '@/components/account-gate';
import { Card, Row } from '@/components/card';
import { Icon } from '@/components/icon';
import { Head, Page, Section } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { Skeleton } from '@/components/skeleton';
import { today } from '@/platform/clock';
import { canCheckFace } from '@/platform/face';
import { useMyFamily } from '@/platform/my-family';
import { goTo } from '@/platform/navigate';
import { dayFrom } from '@/wording/day';
import { groupFamily, visitWords } from '../../_logic/standing';
import { Assurance } from '../../_parts/assurance';
import { useVisits } from '../../_parts/loaded';
import { MetPerson, ToDoPerson, WaitingPerson } from '../../_parts/person';
import '../../_parts/auth.scss';

/** The whole family, each on their own date; what counted already; and that money does not stop, on top. */
export default function List() {
  const app = useApplication();
  return (
    <Page title="资格认证">
      <Head tight title="让镇上知道家里人都好" />
      <AccountGate>{app ? <Inside app={app} /> : <Skeleton rows={5} />}</AccountGate>
      <View className="gap">
        <Card list>
          <Row icon="phone" title="打电话、到窗口也一样" onTap={() => goTo('help', { about: 'authentication' })} />
        </Card>
      </View>
    </Page>
  );
}

function Inside({ app }: { readonly app: Application }) {
  const { family, problem, asked, reload } = useMyFamily();
  const visits = useVisits();
  const [, look] = useReducer((n: number) => n + 1, 0);
  const [face, setFace] = useState(false);
  useEffect(() => app.runs.subscribe(look), [app]);
  useEffect(() => void canCheckFace().then(setFace), []);
  useDidShow(() => void reload());
  if (!family)
    return (
      <>
        {problem ? <ProblemNote problem={problem} onAgain={reload} /> : <Skeleton rows={5} />}
        {problem ? <OtherPeople notShown={asked ? 'not-verified' : undefined} /> : null}
      </>
    );
  const { todo, waiting, met, notInvited } = groupFamily(family, visits.remote.state === 'ready' ? visits.remote.data : []);
  const half = app.runs.all().filter((run) => run.face || run.evidence?.asked || run.guardianFace);
  const named = new Set([...todo, ...waiting, ...met, ...notInvited].map((one) => one.member.name));
  // Asked for by name, outside of one's own family.
  const others = (visits.remote.state === 'ready' ? visits.remote.data : []).filter(
    (v) => (v.state === 'asked' || v.state === 'arranged' || v.state === 'not-met') && !named.has(v.whoName),
  );
  return (
    <>
      <Assurance assurance={family.assurance} />
      {half.length ? (
        <Section title="接着办">
          <Card list>
            {half.map((run) => (
              <HalfDone key={run.id} run={run} />
            ))}
          </Card>
        </Section>
      ) : null}
      {todo.length ? (
        <Section title="可以做了">
          {todo.map((one) => (
            <ToDoPerson key={`${one.of.caseId} ${one.member.memberId}`} app={app} one={one} face={face && !family.beginWithPerson} />
          ))}
        </Section>
      ) : null}
      {waiting.length || others.length ? (
        <Section title="约好的、送上去的">
          <Card list>
            {waiting.map((one) => (
              <WaitingPerson key={`${one.of.caseId} ${one.member.memberId}`} one={one} />
            ))}
            {others.map((v) => (
              <Row
                key={v.visitId}
                icon="calendar"
                title={v.whoName}
                under={visitWords(v, (day) => dayFrom(today(), day))}
                onTap={() => goTo('authVisit', { visit: v.visitId })}
              />
            ))}
          </Card>
        </Section>
      ) : null}
      {met.length ? (
        <Section title="算过了，不用再做">
          <Card list>
            {met.map((one) => (
              <MetPerson key={`${one.of.caseId} ${one.member.memberId}`} one={one} />
            ))}
          </Card>
        </Section>
      ) : null}
      {notInvited.length ? (
        <Section title="现在不用做">
          <Card list>
            {notInvited.map((one) => (
              <Row
                key={`${one.of.caseId} ${one.member.memberId}`}
                icon="person"
                iconTone="plain"
                title={one.member.name}
                under={one.member.authentication.sentence.sentence}
              />
            ))}
          </Card>
        </Section>
      ) : null}
      <OtherPeople notShown={family.notShown} />
      <View className="foot">
        <Icon name="info" size="s" />
        刷过脸、见过面才算
        <View>登录不算，每人各算各的日子</View>
      </View>
    </>
  );
}

const HalfDone = ({ run }: { readonly run: Run }) =>
  run.face ? (
    <Row
      icon="face"
      iconTone="attention"
      title={`${run.name}刷脸的结果`}
      under="看一看，接着办"
      onTap={() => goTo('authFace', { id: run.id })}
    />
  ) : (
    <Row
      icon="video"
      iconTone="attention"
      title={run.evidence?.asked ? `给${run.name}拍的，正在送` : `给${run.name}拍一张照片`}
      under={run.evidence?.asked ? '有网就自己送，一样不会丢' : '您刷过脸了，就差这张'}
      onTap={() => goTo('authVideo', { id: run.id })}
    />
  );

const LEADS: Record<NonNullable<Family['notShown']>, { readonly title: string; readonly under: string }> = {
  [NOT_KNOWN]: { title: '我自己要做', under: '一样能做，镇上去核' },
  'not-verified': { title: '我自己要做', under: '身份还没核过，写名字和证件号，一样能做' },
  'not-in-register': { title: '我自己要做', under: '名册里还没找到您，一样能做，镇上去查' },
};

/** Whoever is not in the list goes on all the same: oneself, a neighbour, and what was done before. */
function OtherPeople({ notShown }: { readonly notShown: Family['notShown'] }) {
  const own = notShown && LEADS[notShown];
  return (
    <Section title={own ? '这样接着做' : '还能这样'}>
      <Card list>
        {own ? <Row now icon="person" title={own.title} under={own.under} onTap={() => goTo('authNeighbour', { for: 'self' })} /> : null}
        {notShown === 'not-verified' ? (
          <Row icon="card" title="先核身份，看家里人的日子" under="到窗口、等人上门，给您一个码" onTap={() => goTo('identity')} />
        ) : null}
        <Row icon="people" title="帮别人做" under="写名字和证件号，那个人在旁边就行" onTap={() => goTo('authNeighbour')} />
        <Row icon="papers" title="以前的凭证" under="哪天见过面、怎么见的" onTap={() => goTo('authReceipt')} />
      </Card>
    </Section>
  );
}
