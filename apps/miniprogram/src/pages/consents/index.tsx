import { residentApi, STATEMENTS } from '@assist/contracts';
import { View } from '@tarojs/components';
import { AccountGate } from '@/components/account-gate';
import { Card, Row } from '@/components/card';
import { Note } from '@/components/note';
import { Head, Page } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { Skeleton } from '@/components/skeleton';
import { api } from '@/platform/api';
import { today } from '@/platform/clock';
import { useRemote } from '@/platform/use-remote';
import { momentFrom } from '@/wording/day';

/** Every consent of this account, each on a record of its own. */
export default function Consents() {
  return (
    <Page title="您同意过的">
      <AccountGate>
        <Inside />
      </AccountGate>
    </Page>
  );
}

function Inside() {
  const { remote, reload } = useRemote(() => api(residentApi.me, {}));
  if (remote.state === 'loading') return <Skeleton rows={4} />;
  if (remote.state === 'problem') return <ProblemNote problem={remote.problem} onAgain={reload} />;
  const { consents } = remote.data;
  return (
    <>
      <Head tight title={consents.length ? `您同意过 ${consents.length} 样` : '您还没同意过什么'} lead="每一样单独记，随时能说不再同意。" />
      {consents.length ? (
        <Card list>
          {consents.map((c) => (
            <Row
              key={`${c.statement} ${c.at}`}
              icon="pen"
              title={STATEMENTS[c.statement].title}
              under={`${momentFrom(today(), c.at)} 同意`}
            />
          ))}
        </Card>
      ) : null}
      <View className="gap">
        <Note tone="plain">申请里签的那几样，跟着申请走，在申请的回执里。不再同意，打电话或到窗口说一声。</Note>
      </View>
    </>
  );
}
