import { NOT_KNOWN, type Problem, residentApi, type VisitView } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { ActionBar, ButtonRow } from '@/components/action-bar';
import { AskReminders } from '@/components/ask-reminders';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Holder } from '@/components/holder';
import { Head, Page } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { Sheet } from '@/components/sheet';
import { Skeleton } from '@/components/skeleton';
import { api } from '@/platform/api';
import { replaceWith } from '@/platform/navigate';
import { useVisits } from './loaded';
import { VisitCard } from './visit-card';

const TITLES: Readonly<Record<VisitView['state'], string>> = {
  [NOT_KNOWN]: '工作人员在办',
  asked: '收到了，等镇上定日子',
  arranged: '约好了',
  done: '见过面了',
  'not-met': '上次没碰上，没关系',
  cancelled: '这一次不来了',
};

/** A meeting that was asked for: who comes, when, the code, and how to change one's mind. */
export function ShowVisit({ id }: { readonly id: string }) {
  const { remote, reload } = useVisits();
  const visit = remote.state === 'ready' ? remote.data.find((v) => v.visitId === id) : undefined;
  if (visit) return <One visit={visit} onChanged={reload} />;
  return (
    <Page title="约见面">
      {remote.state === 'problem' ? (
        <ProblemNote problem={remote.problem} onAgain={reload} />
      ) : remote.state === 'ready' ? (
        <Head tight title="没有找到这一次约的" lead="看看家里人的认证，约好的都在那里。" />
      ) : (
        <Skeleton rows={5} />
      )}
    </Page>
  );
}

function One({ visit, onChanged }: { readonly visit: VisitView; readonly onChanged: () => Promise<void> }) {
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const stands = visit.state === 'asked' || visit.state === 'arranged' || visit.state === 'not-met';
  const cancel = async (): Promise<void> => {
    const answer = await api(residentApi.cancelVisit, { params: { visitId: visit.visitId } });
    setProblem(answer.ok ? undefined : answer.problem);
    setAsking(false);
    await onChanged();
  };
  return (
    <Page
      title="约见面"
      actions={
        <ActionBar>
          {stands ? (
            <ButtonRow>
              <Button kind="second" onTap={() => setAsking(true)}>
                不用来了
              </Button>
              <Button onTap={() => replaceWith('auth')}>好，知道了</Button>
            </ButtonRow>
          ) : (
            <Button onTap={() => replaceWith('auth')}>看家里人的认证</Button>
          )}
        </ActionBar>
      }
    >
      <Head tight title={TITLES[visit.state]} lead={`看${visit.whoName}。人见过面，就算认证好了。`} />
      {problem ? (
        <View className="below">
          <ProblemNote problem={problem} />
        </View>
      ) : null}
      <VisitCard visit={visit} />
      <View className="gap">
        <Card>
          <Holder
            label="要改时间，打电话"
            name={visit.office.name}
            phone={visit.office.phone}
            {...(visit.office.sample && { under: '样例，不是真的电话' })}
          />
        </Card>
      </View>
      {stands ? <AskReminders about={['visit']} why="日子定了、要改，第一时间告诉您。" /> : null}
      {asking ? (
        <Sheet
          title="这一次不用来了？"
          actions={
            <>
              <Button busyText="正在办" onTap={cancel}>
                不用来了
              </Button>
              <Button kind="second" onTap={() => setAsking(false)}>
                还是来吧
              </Button>
            </>
          }
        >
          不来了，钱也照发。想约的时候随时再约。
        </Sheet>
      ) : null}
    </Page>
  );
}
