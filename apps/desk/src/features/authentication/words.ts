import type { VisitState } from '@assist/contracts';

export const VISIT_STATE_WORDS: Readonly<Record<VisitState, string>> = {
  asked: '还没定哪天',
  arranged: '约好了',
  done: '见到了',
  'not-met': '去了没见到',
  cancelled: '居民取消了',
};
