import { SPENT, spends, WHO } from '../kernel/apply.ts';
import type { LifeEvent } from '../kernel/life-event.ts';

export const LARGE_SCHOOL_BILL: LifeEvent = {
  id: 'large-school-bill',
  title: '上学花了一大笔',
  group: 'spending',
  cause: 'none',
  asks: [WHO, SPENT],
  clauses: ['JLP53-3-3', 'YM239-4-5b', 'SAL2026-46', 'YM239-2-4b'],
  can: ['unchanged'],
  always: 'unchanged',
  referrals: ['education', 'rigid-expenditure', 'temporary-assistance'],
  apply: spends,
};
