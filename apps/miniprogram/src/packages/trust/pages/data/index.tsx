import { type AccountClosed, type MyDataView, type Problem, residentApi } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { copyWords } from '@/application/printing/copy-words';
import { printPage } from '@/application/printing/print-page';
import { AccountGate } from '@/components/account-gate';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { Cites } from '@/components/cite';
import { Note } from '@/components/note';
import { Head, Page, Section } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { Sheet } from '@/components/sheet';
import { Skeleton } from '@/components/skeleton';
import { leaveAndClear } from '@/leave';
import { api } from '@/platform/api';
import { today } from '@/platform/clock';
import { goTab, goTo } from '@/platform/navigate';
import { newId } from '@/platform/new-id';
import { useRemote } from '@/platform/use-remote';
import { momentFrom } from '@/wording/day';

/** 我的资料: what is kept, who looked and why, taking it along, and the way out. */
export default function Data() {
  const [closed, setClosed] = useState<AccountClosed>();
  return (
    <Page title="我的资料">
      {closed ? (
        <Closed answer={closed} />
      ) : (
        <AccountGate>
          <Inside onClosed={setClosed} />
        </AccountGate>
      )}
    </Page>
  );
}

function Inside({ onClosed }: { readonly onClosed: (answer: AccountClosed) => void }) {
  const { remote, reload } = useRemote(() => api(residentApi.myData, {}));
  const [problem, setProblem] = useState<Problem>();
  const [said, setSaid] = useState<string>();
  const [closing, setClosing] = useState(false);
  if (remote.state === 'loading') return <Skeleton rows={6} />;
  if (remote.state === 'problem') return <ProblemNote problem={remote.problem} onAgain={reload} />;
  const { kept, reads, readsSentence } = remote.data;
  const unsent = kept.filter((one) => one.id === 'drafts' || one.id === 'unsent-files').some((one) => one.count > 0);
  const copy = async (): Promise<void> => {
    const answer = await api(residentApi.myDataCopy, {});
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) setSaid((await copyWords(JSON.stringify(answer.data, null, 2))) ? '抄好了，粘到哪里都行' : '没抄成，可以截屏');
  };
  const drop = async (): Promise<void> => {
    const answer = await api(residentApi.deleteUnsent, {});
    setProblem(answer.ok ? undefined : answer.problem);
    await reload();
  };
  const close = async (): Promise<void> => {
    const answer = await api(residentApi.closeAccount, { key: await newId() });
    setClosing(false);
    if (!answer.ok) return setProblem(answer.problem);
    onClosed(answer.data);
    await leaveAndClear();
  };
  return (
    <>
      <Head tight title="存着您的这些" lead="哪样能删、哪样要留、谁看过，都在这里。" />
      {problem ? <ProblemNote problem={problem} onAgain={reload} /> : null}
      <Kept kept={kept} />
      <Section title="谁看过" aside={reads.length ? `${reads.length} 次` : '还没有'}>
        <Card list>
          {reads.map((one) => (
            <Row
              key={`${one.at} ${one.what}`}
              icon="eye"
              title={one.who}
              under={`${momentFrom(today(), one.at)} ${one.what}，为了${one.why}`}
            />
          ))}
          <Row title="每次打开都记下" under={readsSentence.sentence} />
        </Card>
        <Cites citations={readsSentence.clauses} />
      </Section>
      <Section title="能做的">
        <Card list>
          <Row icon="pen" title="您同意过的" under="看一看，不再同意" onTap={() => goTo('consents')} />
          <Row icon="card" title="改名字、证件、电话" onTap={() => goTo('identity')} />
          <Row icon="swap" title="家里的情况变了，报变化" onTap={() => goTo('change')} />
        </Card>
        <View className="stack gap">
          <Button kind="second" icon="save" busyText="正在抄" onTap={copy}>
            整份抄走
          </Button>
          {said ? <Note tone="good">{said}</Note> : null}
          {printPage ? (
            <Button kind="second" onTap={printPage}>
              把这页印出来
            </Button>
          ) : null}
          {unsent ? (
            <Button kind="second" icon="bin" busyText="正在删" onTap={drop}>
              删掉没交的
            </Button>
          ) : null}
          <Button kind="quiet" onTap={() => setClosing(true)}>
            注销账户
          </Button>
        </View>
      </Section>
      {closing ? (
        <Sheet
          title="注销以前，说清三件事"
          actions={
            <>
              <Button kind="second" onTap={() => setClosing(false)}>
                先不注销
              </Button>
              <Button kind="quiet" busyText="正在办" onTap={close}>
                注销
              </Button>
            </>
          }
        >
          <View>领着的救助一分不少，交过的申请照样办。</View>
          <View>没填完的、没交的照片，会删掉，找不回来。</View>
          <View>交过的，镇上依法留着。以后核过身份，还看得到。</View>
        </Sheet>
      ) : null}
    </>
  );
}

const Kept = ({ kept }: Pick<MyDataView, 'kept'>) => (
  <Card list>
    {kept.map((one) => (
      <Row
        key={one.id}
        title={one.id === 'account' ? one.title : `${one.title}：${one.count ? `${one.count} 份` : '没有'}`}
        under={
          <View>
            <View>{one.sentence.sentence}</View>
            <Cites citations={one.sentence.clauses.slice(0, 1)} />
          </View>
        }
      />
    ))}
  </Card>
);

const Closed = ({ answer }: { readonly answer: AccountClosed }) => (
  <>
    <Head title="账户注销了" lead={`删掉了：${answer.deleted.join('、')}。`} />
    <Section title="依法留着的">
      <Card>
        {answer.stays.map((one) => (
          <View key={one.sentence}>
            <View>{one.sentence}</View>
            <Cites citations={one.clauses} />
          </View>
        ))}
      </Card>
    </Section>
    <View className="gap">
      <Button onTap={() => goTab('home')}>回首页</Button>
    </View>
  </>
);
