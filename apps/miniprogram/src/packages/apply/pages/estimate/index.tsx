import type { DivisionCode } from '@assist/policy';
import { DISTRICT_NAMES } from '@assist/policy-chongqing/preview';
import { View } from '@tarojs/components';
import { useMemo } from 'react';
import { estimateOf } from '@/application/estimate/estimate';
import { AllSteps, BestFigures, BestVerdict, EstimateNotices, headOf } from '@/application/estimate/estimate-lines';
import { type DraftProps, withDraft } from '@/application/use-application';
import { districtFor } from '@/application/where/places';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { Head, Page } from '@/components/page';
import { today } from '@/platform/clock';
import { goTo } from '@/platform/navigate';
import { dayInWords } from '@/wording/day';
import { AloneOffer } from '../../_parts/alone';
import '../../_parts/apply.scss';

function Estimate({ form, beside, change }: DraftProps) {
  const district = districtFor(form, beside);
  const on = today();
  const estimate = useMemo(() => (district ? estimateOf(form, district as DivisionCode, on) : undefined), [form, district, on]);
  const actions = (
    <ActionBar hint="这是估算，不是决定。哪一种都能申请">
      <Button onTap={() => goTo('review')}>我要申请</Button>
    </ActionBar>
  );
  if (!estimate)
    return (
      <Page title="估算结果" actions={actions}>
        <Head title="先说家住哪里" lead="各处的低保线不一样，说了才好估。" />
        <Button kind="second" onTap={() => goTo('where')}>
          去说住在哪里
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
          <Note tone="attention" title={`再说 ${questions.length} 样，估得更准`}>
            {`${questions.slice(0, 4).join('；')}${questions.length > 4 ? '……' : ''}`}
          </Note>
        </View>
      ) : null}
      <AloneOffer form={form} change={change} estimate={estimate} />
      <AllSteps estimate={estimate} />
      <View className="gap">
        <EstimateNotices estimate={estimate} />
        <View className="foot">{`按${DISTRICT_NAMES[district as keyof typeof DISTRICT_NAMES] ?? '本地'} ${dayInWords(on)}的文件估算`}</View>
      </View>
    </Page>
  );
}

export default withDraft('估算结果', Estimate);
