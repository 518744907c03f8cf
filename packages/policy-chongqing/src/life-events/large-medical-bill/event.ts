import { SPENT, spends, WHO } from '../kernel/apply.ts';
import type { LifeEvent } from '../kernel/life-event.ts';

export const LARGE_MEDICAL_BILL: LifeEvent = {
  id: 'large-medical-bill',
  title: '看病花了一大笔',
  group: 'spending',
  cause: 'none',
  asks: [WHO, SPENT],
  clauses: ['JLP53-3-3', 'YM239-4-5b', 'SAL2026-46', 'F1-27', 'YM239-2-4b'],
  can: ['officer'],
  always: 'officer',
  possible: ['unchanged', 'more'],
  referrals: ['medical', 'rigid-expenditure', 'temporary-assistance'],
  notes: ['因残疾、重病多花的钱可以扣一些，扣多少重庆的规定没有查到。'],
  apply: spends,
};
