import { earns, INCOME, WHO } from '../kernel/apply.ts';
import type { LifeEvent } from '../kernel/life-event.ts';

export const SUPPORT_CHANGED: LifeEvent = {
  id: 'support-changed',
  title: '家人给的赡养、抚养、扶养费有变',
  group: 'income',
  cause: 'other-income',
  asks: [WHO, INCOME],
  clauses: ['JLP53-3-3', 'YM239-4-5b', 'SAL2026-46', 'JLP53-6-3', 'JLP53-6-2', 'F1-31'],
  can: ['unchanged', 'more', 'less', 'stop', 'taper', 'officer', 'ask'],
  referrals: ['destitute-support'],
  apply: earns(),
};
