import type { Problem } from '@assist/contracts';
import { type OfficeView, type Place, type RoutingAnswer, residentApi } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { membersOf, withMember } from '@/application/draft/edits';
import { type DraftProps, withDraft } from '@/application/use-application';
import { routingQuestionOf, withRouting } from '@/application/where/places';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Choices, Segments } from '@/components/choice';
import { Cites } from '@/components/cite';
import { Field } from '@/components/field';
import { Holder } from '@/components/holder';
import { Note } from '@/components/note';
import { Head, Page } from '@/components/page';
import { PlaceField } from '@/components/place-field';
import { ProblemNote } from '@/components/problem-panel';
import { Facts } from '@/components/slip';
import { api } from '@/platform/api';
import { goTo, replaceWith } from '@/platform/navigate';
import { StepActions, StepBar, useSteps } from '../../_parts/steps';
import '../../_parts/apply.scss';

/** Whether a place is precise enough to ask the routing with. */
const isChosen = (place: Place | undefined): boolean => place !== undefined && (place.kind !== 'elsewhere' || place.province.trim() !== '');

const STEPS = ['registration', 'residence', 'answer'] as const;

function Where(props: DraftProps) {
  const { form, beside, change, changeBeside } = props;
  const steps = useSteps(STEPS, beside.routing ? 'answer' : 'registration');
  const [problem, setProblem] = useState<Problem>();
  const [stay, setStay] = useState<string>();
  const [asking, setAsking] = useState(false);
  const self = membersOf(form)[0];
  const same = self?.registration !== undefined && JSON.stringify(self.registration) === JSON.stringify(form.residence);

  async function ask(): Promise<void> {
    setAsking(true);
    setProblem(undefined);
    const answer = await api(residentApi.routing, { body: routingQuestionOf(form) });
    setAsking(false);
    if (answer.ok) changeBeside((b) => withRouting(b, answer.data));
    else setProblem(answer.problem);
  }
  // The members may have changed since it was asked: the answer on the page is a fresh one where there is a network.
  useEffect(() => {
    if (beside.routing) void ask();
  }, []);
  const next = () => {
    const place = steps.step === 'registration' ? self?.registration : form.residence;
    if (!isChosen(place)) {
      setStay('选一个，再往下走。说不清就选最后一个。');
      return false;
    }
    setStay(undefined);
    if (steps.step === 'residence') void ask();
    return true;
  };

  if (steps.step === 'answer')
    return <Answer {...props} problem={problem} asking={asking} onAgain={ask} onChange={() => steps.go('registration')} />;
  return (
    <Page title="去哪里申请" actions={<StepActions steps={steps} onNext={next} onLast={() => undefined} />}>
      <StepBar {...steps} />
      {steps.step === 'registration' ? (
        <>
          <Head title="您的户口在哪里？" lead="看户口簿首页，或身份证上的住址。" />
          <PlaceField
            label="户口在哪里"
            elsewhere
            nowhere="没有或说不清"
            value={self?.registration}
            onChange={(registration) => change((f) => withMember(f, 'm1', { registration }))}
            problem={stay}
          />
        </>
      ) : (
        <>
          <Head title="您家现在住在哪里？" lead="常年住的地方，租的、借的都算。" />
          {self?.registration && self.registration.kind !== 'no-fixed-place' && !same ? (
            <View className="gap-l">
              <Button kind="second" onTap={() => change((f) => ({ ...f, residence: self.registration }))}>
                就住在户口那里
              </Button>
            </View>
          ) : null}
          <View className="gap-l">
            <PlaceField
              label="现在住在哪里"
              elsewhere
              detail
              value={form.residence}
              onChange={(residence) => change((f) => ({ ...f, residence }))}
              problem={stay}
            />
          </View>
          {form.residence && !same ? (
            <View className="gap-l">
              <Field label="在住的地方有居住证吗" hint="没有也能申请">
                <Segments
                  label="在住的地方有居住证吗"
                  value={self?.residencePermit === undefined ? undefined : self.residencePermit ? 'yes' : 'no'}
                  onChange={(v) => change((f) => withMember(f, 'm1', { residencePermit: v === 'yes' }))}
                  options={[
                    { value: 'yes', title: '有' },
                    { value: 'no', title: '没有' },
                  ]}
                />
              </Field>
            </View>
          ) : null}
          <View className="gap-l">
            <Field label="住在城里还是农村" hint="说不清就先空着">
              <Segments
                label="住在城里还是农村"
                value={form.area}
                onChange={(area) => change((f) => ({ ...f, area }))}
                options={[
                  { value: 'urban', title: '城里' },
                  { value: 'rural', title: '农村' },
                ]}
              />
            </Field>
          </View>
        </>
      )}
    </Page>
  );
}

const onward = (): void => replaceWith('apply');

function Answer({
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
              under: o.live ? (o.address ?? '') : '还没接到这里，要打电话或去窗口',
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
    <Head title={`要到${placeName}去办`} lead="那里还没接到这里。您能打电话，也能去窗口，一样作数。" />
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

export default withDraft('去哪里申请', Where);
