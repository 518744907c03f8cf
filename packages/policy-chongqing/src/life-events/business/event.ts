import { earns, INCOME, WHEN, WHO } from '../kernel/apply.ts';
import type { LifeEvent } from '../kernel/life-event.ts';

export const BUSINESS: LifeEvent = {
  id: 'business',
  title: '做起小生意',
  group: 'income',
  cause: 'work-more',
  asks: [WHEN, WHO, INCOME],
  clauses: ['JLP53-3-3', 'YM239-4-5b', 'SAL2026-46', 'JLP53-6-3', 'JLP53-6-5b', 'YM239-1-3b'],
  can: ['unchanged', 'more', 'less', 'taper', 'officer', 'ask'],
  referrals: ['employment'],
  notes: ['名下有登记的店或公司怎么看，现行规定没有查到，由镇街看。'],
  apply: earns('business'),
};
