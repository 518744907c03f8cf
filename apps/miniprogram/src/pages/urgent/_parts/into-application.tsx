import { type ApplicationView, type Problem, residentApi, type UrgentView } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { AccountGate } from '@/components/account-gate';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Note } from '@/components/note';
import { Section } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { useAccount } from '@/platform/account';
import { useAgreed } from '@/platform/agreement';
import { api } from '@/platform/api';
import { useMyApplications } from '@/platform/my-sent';
import { goTo } from '@/platform/navigate';
import { dayInWords } from '@/wording/day';

interface IntoProps {
  readonly view: UrgentView;
  /** Of the phone that sent it. */
  readonly secret: string;
  readonly onView: (view: UrgentView) => void;
}

/** The day of the call is the day of the application: whoever is verified takes the call as theirs, and says which application it became. */
export function IntoApplication({ view, secret, onView }: IntoProps) {
  const agreed = useAgreed();
  const day = dayInWords(view.receivedAt.slice(0, 10) as never);
  if (view.applicationId)
    return (
      <Section title="已经算成申请">
        <Note tone="good" title={`申请日期按求助那天：${day}`}>
          在“办理”里看得到走到哪一步。
        </Note>
      </Section>
    );
  return (
    <Section title="过后要申请，日子按求助这天算">
      <Card>
        <View>{`以后申请救助，申请日期就按求助这天（${day}）。不急，先顾眼前的事。`}</View>
        {agreed ? (
          <View className="gap">
            <AccountGate>
              <Mine view={view} secret={secret} onView={onView} />
            </AccountGate>
          </View>
        ) : (
          <View className="gap">
            <Button kind="second" onTap={() => goTo('apply')}>
              现在就申请
            </Button>
          </View>
        )}
      </Card>
    </Section>
  );
}

function Mine({ view, secret, onView }: IntoProps) {
  const verified = useAccount()?.identity === 'verified';
  const [problem, setProblem] = useState<Problem>();
  const params = { callId: view.callId };
  const claim = async (): Promise<void> => {
    const answer = await api(residentApi.claimUrgentCall, { params, body: { secret } });
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) onView(answer.data);
  };
  if (!verified)
    return (
      <View className="stack">
        <View className="small">核过身份，就能算在您名下。窗口的人也能替您办。</View>
        <Button kind="second" onTap={() => goTo('identity')}>
          核一下身份
        </Button>
      </View>
    );
  return (
    <View className="stack">
      {problem ? <ProblemNote problem={problem} /> : null}
      {view.claimed ? (
        <Which view={view} onView={onView} onProblem={setProblem} />
      ) : (
        <Button kind="second" busyText="正在记" onTap={claim}>
          这次求助是我的
        </Button>
      )}
    </View>
  );
}

const dayOf = (one: ApplicationView): string => `${dayInWords(one.receipt.receivedAt.slice(0, 10) as never)}交的申请`;

/** An application that was sent after the call and has no earlier day yet. */
function Which({
  view,
  onView,
  onProblem,
}: Pick<IntoProps, 'view' | 'onView'> & { readonly onProblem: (problem: Problem | undefined) => void }) {
  const { remote } = useMyApplications();
  const fit =
    remote.state === 'ready'
      ? remote.data.filter(({ receipt, askedOn }) => Date.parse(receipt.receivedAt) >= Date.parse(view.receivedAt) && !askedOn)
      : [];
  const become = async (applicationId: string): Promise<void> => {
    const answer = await api(residentApi.urgentBecomesApplication, { params: { callId: view.callId }, body: { applicationId } });
    onProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) onView(answer.data);
  };
  return (
    <>
      <View className="small">已经算在您名下。</View>
      {fit.map((one) => (
        <Button
          key={one.receipt.applicationId}
          kind="second"
          busyText="正在记"
          label={`${dayOf(one)}就是它，${one.receipt.number}`}
          onTap={() => become(one.receipt.applicationId)}
        >
          {`${dayOf(one)}就是它`}
        </Button>
      ))}
      {remote.state === 'ready' && fit.length === 0 ? (
        <Button kind="second" onTap={() => goTo('apply')}>
          现在就申请
        </Button>
      ) : null}
    </>
  );
}
