import { type FamilyChain, residentApi } from '@assist/contracts';
import { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { stopPullDown } from '@/application/follow/stop-pull-down';
import { AccountGate } from '@/components/account-gate';
import { Card, Row } from '@/components/card';
import { Cites } from '@/components/cite';
import { Head, Page, Section } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { Skeleton } from '@/components/skeleton';
import { api } from '@/platform/api';
import { today } from '@/platform/clock';
import { useRemote } from '@/platform/use-remote';
import { dayFrom } from '@/wording/day';
import { OnFromHere } from '../../_parts/on-from-here';

type Link = FamilyChain['links'][number];
const PARTS: readonly (readonly [Link['kind'], string])[] = [
  ['benefit', '现在有的'],
  ['referral', '转到别的帮助'],
  ['event', '发生过的'],
];

/** 一户一条救助链: all help of the household in one place, the newest first. */
export default function Chain() {
  return (
    <Page title="我家的救助">
      <AccountGate>
        <Inside />
      </AccountGate>
    </Page>
  );
}

function Inside() {
  const { remote, reload } = useRemote(() => api(residentApi.familyChain, {}));
  useDidShow(() => void reload());
  usePullDownRefresh(() => void reload().then(stopPullDown));
  if (remote.state === 'loading')
    return (
      <>
        <Head tight title="我家的救助" />
        <Skeleton rows={4} />
      </>
    );
  if (remote.state === 'problem')
    return (
      <>
        <Head tight title="这会儿没取到" />
        <ProblemNote problem={remote.problem} onAgain={reload} />
      </>
    );
  const { links, sentence } = remote.data;
  return (
    <>
      <Head
        tight
        title={links.length ? '我家的救助' : '这里还没有'}
        lead={links.length ? sentence.sentence : '领到救助以后，领什么、转到哪里，都在这里看。先核身份才看得到。'}
      />
      {links.length ? null : <OnFromHere />}
      {PARTS.map(([kind, title]) => {
        const own = links.filter((one) => one.kind === kind);
        return own.length ? (
          <Section key={kind} title={title}>
            <Card list>
              {own.map((one, i) => (
                <Row key={i} title={one.title} under={`${dayFrom(today(), one.on)}${one.words ? `，${one.words}` : ''}`} />
              ))}
            </Card>
          </Section>
        ) : null;
      })}
      <Cites citations={sentence.clauses} />
    </>
  );
}
