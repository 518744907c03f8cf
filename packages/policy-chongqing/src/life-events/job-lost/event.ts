import { earnsNothing, WHEN, WHO } from '../kernel/apply.ts';
import type { LifeEvent } from '../kernel/life-event.ts';

export const JOB_LOST: LifeEvent = {
  id: 'job-lost',
  title: '有人没工作了',
  group: 'income',
  cause: 'work-more',
  asks: [WHEN, WHO],
  clauses: ['JLP53-3-3', 'YM239-4-5b', 'SAL2026-46', 'JLP53-6-2'],
  can: ['unchanged', 'more', 'taper', 'officer', 'ask'],
  referrals: ['employment', 'temporary-assistance'],
  apply: earnsNothing,
};
