import type { Problem } from '@assist/contracts';
import { type Place, residentApi } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { membersOf, withMember } from '@/application/draft/edits';
import { type DraftProps, withDraft } from '@/application/use-application';
import { routingQuestionOf, withRouting } from '@/application/where/places';
import { Button } from '@/components/button';
import { Segments } from '@/components/choice';
import { Field } from '@/components/field';
import { Head, Page } from '@/components/page';
import { PlaceField } from '@/components/place-field';
import { api } from '@/platform/api';
import { StepActions, StepBar, useSteps } from '../../_parts/steps';
import { Answer } from './_answer';
import '../../_parts/apply.scss';

/** Whether a place is precise enough to ask the routing with. */
const isChosen = (place: Place | undefined): boolean => place !== undefined && (place.kind !== 'elsewhere' || place.province.trim() !== '');

const STEPS = ['registration', 'residence', 'answer'] as const;

function Where(props: DraftProps) {
  const { form, beside, change, changeBeside } = props;
  const self = membersOf(form)[0];
  // A phone that was killed on the way goes on where it stood.
  const steps = useSteps(STEPS, beside.routing ? 'answer' : isChosen(self?.registration) ? 'residence' : 'registration');
  const [problem, setProblem] = useState<Problem>();
  const [stay, setStay] = useState<string>();
  const [asking, setAsking] = useState(false);
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

export default withDraft('去哪里申请', Where);
