import { type GivenConsent, NOT_KNOWN, residentApi, STATEMENTS } from '@assist/contracts';
import { View } from '@tarojs/components';
import { AccountGate } from '@/components/account-gate';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { Note } from '@/components/note';
import { Head, Page, Section } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { Skeleton } from '@/components/skeleton';
import { api } from '@/platform/api';
import { today } from '@/platform/clock';
import { useRemote } from '@/platform/use-remote';
import { momentFrom } from '@/wording/day';
import './index.scss';

/** Every consent of this account, each on a record of its own; those given for one time can be taken back here. */
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
  const given = useRemote(() => api(residentApi.givenConsents, {}));
  if (remote.state === 'loading') return <Skeleton rows={4} />;
  if (remote.state === 'problem') return <ProblemNote problem={remote.problem} onAgain={reload} />;
  const { consents } = remote.data;
  const once = given.remote.state === 'ready' ? given.remote.data : [];
  const count = consents.length + once.filter((c) => !c.withdrawnAt).length;
  return (
    <>
      <Head tight title={count ? `您同意过 ${count} 样` : '您还没同意过什么'} lead="每一样单独记，随时能说不再同意。" />
      {consents.length ? (
        <Card list>
          {consents.map((c) => (
            <Row key={`${c.statement} ${c.at}`} icon="pen" title={titleOf(c.statement)} under={`${momentFrom(today(), c.at)} 同意`} />
          ))}
        </Card>
      ) : null}
      {once.length ? (
        <Section title="只为一次同意的">
          <Card list>
            {once.map((c) => (
              <Once key={`${c.statement} ${c.about.id} ${c.at}`} given={c} onTakenBack={given.reload} />
            ))}
          </Card>
        </Section>
      ) : null}
      {given.remote.state === 'problem' ? (
        <View className="gap">
          <ProblemNote problem={given.remote.problem} onAgain={given.reload} />
        </View>
      ) : null}
      <View className="gap">
        <Note tone="plain">申请时同意的，在那份申请的回执里看。不再同意，打电话或到窗口说。</Note>
      </View>
    </>
  );
}

/** Of one that came after this version: it stays in the list. */
const titleOf = (statement: GivenConsent['statement']): string =>
  statement === NOT_KNOWN ? '您同意过的一样' : STATEMENTS[statement].title;

/** A face can be taken back here, and so can the wish to begin with a person; a video that somebody looked at, by word. */
function Once({ given, onTakenBack }: { readonly given: GivenConsent; readonly onTakenBack: () => Promise<void> }) {
  const { statement, about, at, withdrawnAt } = given;
  const title = titleOf(statement);
  const takeBack = async (): Promise<void> => {
    if (about.kind === 'face-check') await api(residentApi.withdrawFaceConsent, { params: { faceCheckId: about.id } });
    else await api(residentApi.rememberDifficulty, { body: { beginWithPerson: false } });
    await onTakenBack();
  };
  const under = withdrawnAt ? `${momentFrom(today(), withdrawnAt)} 不再同意` : `${momentFrom(today(), at)} 同意`;
  return (
    <View className="once">
      <Row icon="pen" iconTone={withdrawnAt ? 'plain' : 'done'} title={title} under={under} />
      {withdrawnAt || about.kind === 'authentication' || about.kind === NOT_KNOWN ? null : (
        <View className="once__back">
          <Button small kind="second" busyText="正在办" label={`不再同意，${title}，${momentFrom(today(), at)} 同意的`} onTap={takeBack}>
            不再同意
          </Button>
        </View>
      )}
    </View>
  );
}
