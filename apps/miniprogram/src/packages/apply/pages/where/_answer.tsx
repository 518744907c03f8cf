import { NOT_KNOWN, type OfficeView, type Problem, type RoutingAnswer } from '@assist/contracts';
import { View } from '@tarojs/components';
import type { DraftProps } from '@/application/use-application';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Choices } from '@/components/choice';
import { Cites } from '@/components/cite';
import { Holder } from '@/components/holder';
import { Note } from '@/components/note';
import { Head, Page } from '@/components/page';
import { ProblemNote } from '@/components/problem-panel';
import { Facts } from '@/components/slip';
import { goTo, replaceWith } from '@/platform/navigate';

const onward = (): void => replaceWith('apply');

export function Answer({
  beside,
  changeBeside,
  problem,
  asking,
  onAgain,
  onChange,
}: DraftProps & { problem: Problem | undefined; asking: boolean; onAgain: () => Promise<void>; onChange: () => void }) {
  const routing = beside.routing;
  const change = (
    <Button kind="quiet" onTap={onChange}>
      改户口和住处
    </Button>
  );
  if (!routing)
    return (
      <Page
        title="去哪里申请"
        actions={
          <ActionBar hint="交上去以前，再看归哪里办">
            <Button onTap={onward}>先往下填</Button>
          </ActionBar>
        }
      >
        <Head title={asking ? '正在看归哪里办' : '还没看到归哪里办'} lead="填好的都在，先填别的也行。" />
        {problem ? <ProblemNote problem={problem} onAgain={onAgain} /> : null}
        {change}
      </Page>
    );
  const views: Record<RoutingAnswer['kind'], () => React.ReactNode> = {
    live: () => routing.kind === 'live' && <Live office={routing.office} />,
    'not-live': () => routing.kind === 'not-live' && <NotLive placeName={routing.placeName} office={routing.office} />,
    choice: () =>
      routing.kind === 'choice' && (
        <>
          <Head title="这几个地方都能办，您选" lead="选离您近的、方便去的。" />
          <Choices
            label="选一个地方办"
            value={beside.officeId}
            onChange={(officeId) => changeBeside((b) => ({ ...b, officeId }))}
            options={routing.offices.map((o) => ({
              value: o.id,
              title: o.name,
              under: o.live ? (o.address ?? '') : '还没用上救助通，要打电话或去窗口',
            }))}
          />
        </>
      ),
    ask: () =>
      routing.kind === 'ask' && (
        <>
          <Head title="还差一点，才知道归哪里" lead={routing.reason.sentence} />
          <Note tone="plain">先往下填也行，交以前再补。</Note>
        </>
      ),
    // An answer that came after this version: its own words, and one goes on.
    [NOT_KNOWN]: () => (
      <>
        <Head title="归哪里办，交的时候再看" lead={routing.reason.sentence} />
        <Note tone="plain">先往下填也行。</Note>
      </>
    ),
  };
  const notLive =
    routing.kind === 'not-live' || (routing.kind === 'choice' && routing.offices.find((o) => o.id === beside.officeId)?.live === false);
  return (
    <Page
      title="去哪里申请"
      actions={
        <ActionBar {...(notLive && { hint: '这里先不收，省得没人看' })}>
          {notLive ? <Button onTap={() => goTo('copy')}>填好印出来，带到窗口</Button> : <Button onTap={onward}>往下填</Button>}
          {notLive ? (
            <Button kind="quiet" onTap={onward}>
              先往下填
            </Button>
          ) : null}
        </ActionBar>
      }
    >
      {views[routing.kind]()}
      {routing.kind === 'ask' ? null : (
        <View className="gap-l">
          <Card>
            <View className="strong">为什么是这里</View>
            <View className="gap-s">{routing.reason.sentence}</View>
            <Cites citations={routing.reason.clauses} />
          </Card>
        </View>
      )}
      {problem ? <ProblemNote problem={problem} onAgain={onAgain} /> : null}
      {change}
    </Page>
  );
}

const Live = ({ office }: { readonly office: OfficeView }) => (
  <>
    <Head title={`您的申请归${office.name}`} lead="填好交上去，就到那里。" />
    <Card>
      <Holder label="有事找" name={office.name} phone={office.phone} {...(office.sample && { under: '样例，不是真的电话' })} />
    </Card>
  </>
);

/** Said before anything is filled in: nothing is taken for a queue that nobody reads. */
const NotLive = ({ placeName, office }: { readonly placeName: string; readonly office: OfficeView | undefined }) => (
  <>
    <Head title={`要到${placeName}去办`} lead="那里还没用上救助通。打电话、去窗口，一样算数。" />
    <Card>
      <Holder
        label="办的地方"
        name={office?.name ?? placeName}
        phone={office?.phone}
        {...(office?.sample && { under: '样例，不是真的电话' })}
      />
      {office?.address || office?.hours ? (
        <View className="gap">
          <Facts
            facts={[
              ...(office.address ? [{ name: '地址', value: office.address }] : []),
              ...(office.hours ? [{ name: '几时开门', value: office.hours }] : []),
            ]}
          />
        </View>
      ) : null}
    </Card>
  </>
);
