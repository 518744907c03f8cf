import type { DivisionCode } from '@assist/policy';
import { DISTRICT_NAMES } from '@assist/policy-chongqing/preview';
import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useMemo, useRef, useState } from 'react';
import { carryForm } from '@/application/draft/carry-form';
import { estimateOf } from '@/application/estimate/estimate';
import { AllSteps, BestFigures, BestVerdict, EstimateNotices, headOf } from '@/application/estimate/estimate-lines';
import { useApplication } from '@/application/use-application';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { Head, Page } from '@/components/page';
import { hasAgreed } from '@/platform/agreement';
import { today } from '@/platform/clock';
import { goBack, goTo } from '@/platform/navigate';
import { useStore } from '@/platform/store';
import { dayInWords } from '@/wording/day';
import { checkAnswers } from '../../_logic/answers';
import { formOf, formToEstimate, saidBeside } from '../../_logic/form-of';

/** The answer in three colours, shapes and words. It is an estimate: whatever it says, applying is one tap away (YM239-1-1b). */
export default function Outcome() {
  const answers = useStore(checkAnswers);
  const on = today();
  const { district } = answers;
  const estimate = useMemo(
    () => (district ? estimateOf(formToEstimate(answers, on), district as DivisionCode, on, saidBeside(answers)) : undefined),
    [answers, district, on],
  );
  const actions = <Carry />;
  if (!estimate)
    return (
      <Page title="估算结果" actions={actions}>
        <Head title="还差您家在哪个区县" lead="各处的低保线不一样，说了才好估。不估也能申请。" />
        <Button kind="second" onTap={goBack}>
          回去说
        </Button>
      </Page>
    );
  const { best, questions } = estimate;
  return (
    <Page title="估算结果" actions={actions}>
      <View className="gap-s">
        <BestVerdict {...estimate} />
      </View>
      <Head title={headOf(estimate)} lead={best.sentence} />
      <BestFigures estimate={estimate} />
      {questions.length ? (
        <View className="gap">
          <Note tone="attention" title={`还有 ${questions.length} 样没说，估得不全`}>
            {`${questions.slice(0, 3).join('；')}${questions.length > 3 ? '……' : '。'}申请时再说也行。`}
          </Note>
        </View>
      ) : null}
      <AllSteps estimate={estimate} />
      <View className="gap">
        <EstimateNotices estimate={estimate} />
        <View className="foot">{`按${DISTRICT_NAMES[district as string] ?? '本地'} ${dayInWords(on)}的文件估算`}</View>
      </View>
    </Page>
  );
}

/** Takes the answers into a draft, after the notice was agreed to; what somebody already wrote is not touched. */
function Carry() {
  const app = useApplication();
  const answers = useStore(checkAnswers);
  const wanted = useRef(false);
  const [own, setOwn] = useState(false);
  const carry = () => {
    if (!app) return;
    const done = carryForm(app.draft, formOf(answers));
    if (done === 'not-yet') {
      wanted.current = true;
      return goTo('privacy');
    }
    wanted.current = false;
    if (done === 'has-own') setOwn(true);
    else goTo('apply');
  };
  // Back from the notice: only once this page is on top again, so that going back does not close what opens.
  useDidShow(() => {
    if (wanted.current && hasAgreed()) carry();
  });
  return (
    <ActionBar hint={own ? '您已经有一份在填，没有动它' : '这是估算，不是决定。哪一种都能申请'}>
      {own ? <Button onTap={() => goTo('apply')}>接着填那一份</Button> : <Button onTap={carry}>照样申请，带上这些答案</Button>}
    </ActionBar>
  );
}
