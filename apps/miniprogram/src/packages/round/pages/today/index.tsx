import type { Problem, Round } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { Application } from '@/application/application';
import type { DoorDraft } from '@/application/round/door-draft';
import { useApplication } from '@/application/use-application';
import { AccountGate } from '@/components/account-gate';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { Head, Page, Section } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { Sheet } from '@/components/sheet';
import { Skeleton } from '@/components/skeleton';
import { State } from '@/components/state';
import { today } from '@/platform/clock';
import { goTab, goTo } from '@/platform/navigate';
import { dayInWords } from '@/wording/day';
import { TieForm } from '../../_parts/tie-form';
import { useRound } from '../../_parts/use-round';
import { PROGRESS, whyWords } from '../../_parts/words';

/** Where a village assistant goes today, and how far each door has come. Everybody else sees where the code goes. */
export default function Today() {
  const app = useApplication();
  return (
    <Page title="入户">
      <AccountGate>{app ? <Inside app={app} /> : <Skeleton rows={5} />}</AccountGate>
    </Page>
  );
}

function Inside({ app }: { readonly app: Application }) {
  const round = useRound(app);
  const [problem, setProblem] = useState<Problem>();
  const [asked, setAsked] = useState(false);
  const list = round.today();
  const fetch = async (): Promise<void> => {
    const answer = await round.download();
    setProblem(answer.ok ? undefined : answer.problem);
    setAsked(true);
    if (answer.ok) await round.resume();
  };
  useEffect(() => void fetch(), []);
  if (!list && !asked) return <Skeleton rows={5} />;
  const untied = problem?.code === 'forbidden';
  // What is done is no longer due and leaves the list: it stays here for the day.
  const left = round.doors().filter((door) => !list?.households.some((one) => one.caseId === door.caseId));
  const unsent = left.filter((door) => door.state !== 'received');
  if (!list && untied)
    return (
      <>
        <TieForm app={app} onTied={fetch} />
        {unsent.length > 0 ? <Doors round={round} doors={unsent} title="还没送到的，绑好了接着送" /> : null}
      </>
    );
  return (
    <>
      {list ? (
        <Head
          tight
          title={list.households.length > 0 ? `今天有 ${list.households.length} 家` : '今天没有要去的'}
          lead={`${dayInWords(list.day)}，${list.tie.staffName}，${list.tie.villages.join('、') || '还没有分村社，请经办分一下'}。都在手机里，没网也能记；过了今天自己清掉。`}
        />
      ) : (
        <Head tight title="今天的还没下载" lead="有网的时候打开一次，就能带着走。" />
      )}
      {problem && !untied ? <ProblemNote problem={problem} onAgain={fetch} /> : null}
      {list ? <Households app={app} list={list} /> : null}
      {left.length > 0 ? <Doors round={round} doors={left} title="今天记下的" /> : null}
      <View className="gap">
        <Card list>
          <Row
            icon="pen"
            title="别的人想申请"
            under="不在单子上的，记下来，镇街去找"
            onTap={() => goTo('roundDoor', { id: round.begin({ name: '想申请的人' }).id })}
          />
          {list ? <Leaving app={app} /> : null}
        </Card>
      </View>
    </>
  );
}

function Households({ app, list }: { readonly app: Application; readonly list: Round }) {
  const { round } = app;
  if (list.households.length === 0) return null;
  return (
    <Card list>
      {list.households.map((one) => {
        const door = round.doorOf(one.caseId);
        const at = door && PROGRESS[round.progressOf(door)];
        return (
          <Row
            key={one.caseId}
            title={one.name}
            under={`${one.visit?.address ?? one.village}。${whyWords(one, today())}`}
            {...(at && { aside: <State kind={at.kind}>{at.words}</State> })}
            onTap={() => goTo('roundDoor', { id: (door ?? round.begin({ caseId: one.caseId, name: one.name })).id })}
          />
        );
      })}
    </Card>
  );
}

function Doors({
  round,
  doors,
  title,
}: {
  readonly round: Application['round'];
  readonly doors: readonly DoorDraft[];
  readonly title: string;
}) {
  return (
    <Section title={title}>
      <Card list>
        {doors.map((door) => {
          const at = PROGRESS[round.progressOf(door)];
          const name = door.at.apply?.name || door.name;
          return (
            <Row
              key={door.id}
              title={name}
              under={dayInWords(door.on)}
              aside={<State kind={at.kind}>{at.words}</State>}
              onTap={() => goTo('roundDoor', { id: door.id })}
            />
          );
        })}
      </Card>
    </Section>
  );
}

/** The list goes off this phone; what has not arrived yet is sent first. */
function Leaving({ app }: { readonly app: Application }) {
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const waiting = app.round.waiting();
  const leave = async (): Promise<void> => {
    const wrong = await app.round.leave();
    setProblem(wrong);
    if (!wrong) goTab('mine');
  };
  return (
    <>
      <Row icon="leave" iconTone="plain" title="退出，清掉今天的单子" onTap={() => setAsked(true)} />
      {asked ? (
        <Sheet
          title={waiting > 0 ? `还有 ${waiting} 家没送到` : '退出，清掉今天的单子？'}
          actions={
            <>
              {waiting > 0 ? null : (
                <Button busyText="正在退" onTap={leave}>
                  退出
                </Button>
              )}
              <Button kind="second" onTap={() => setAsked(false)}>
                再用一会儿
              </Button>
            </>
          }
        >
          {waiting > 0
            ? '等都显示“已收到”再退。不要的，打开那一家，点“不要了”。'
            : '人家的名字从这部手机上清掉。下次用，再到工作台要一个码。'}
          {problem ? <ProblemNote problem={problem} /> : null}
        </Sheet>
      ) : null}
    </>
  );
}
