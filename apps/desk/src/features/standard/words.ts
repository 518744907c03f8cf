import type { StandardOutcome, StandardStep } from '@assist/contracts';

export const OUTCOME_WORDS: Readonly<Record<StandardOutcome, string>> = {
  raise: '要加',
  same: '不变',
  lower: '会少，由人看',
  person: '算不出，由人看',
};

/** What the button of a step says. */
export const STEP_WORDS: Readonly<Record<StandardStep, string>> = {
  opinion: '提增发意见',
  'notice-posted': '公示',
  confirmed: '确认',
  'takes-effect': '生效',
};
