import { earns, INCOME, WHEN, WHO } from '../kernel/apply.ts';
import type { LifeEvent } from '../kernel/life-event.ts';

/** Above the standard through new work: six months at the old amount, without an upper limit (YM239-1-3a). */
export const JOB_FOUND: LifeEvent = {
  id: 'job-found',
  title: '有人找到工作',
  group: 'income',
  cause: 'job',
  asks: [WHEN, WHO, INCOME],
  clauses: ['JLP53-3-3', 'YM239-4-5b', 'SAL2026-46', 'JLP53-6-5a', 'YM239-1-3a'],
  can: ['unchanged', 'more', 'less', 'taper', 'officer', 'ask'],
  referrals: ['employment'],
  apply: earns('employed'),
};
