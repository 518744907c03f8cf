import { earns, INCOME, WHEN, WHO } from '../kernel/apply.ts';
import type { LifeEvent } from '../kernel/life-event.ts';

export const LAND_OR_RENT: LifeEvent = {
  id: 'land-or-rent',
  title: '土地流转、房租有变',
  group: 'income',
  cause: 'other-income',
  asks: [WHEN, WHO, INCOME],
  clauses: ['JLP53-3-3', 'YM239-4-5b', 'SAL2026-46', 'JLP53-6-3', 'JLP53-6-5b', 'YM239-1-3b'],
  can: ['unchanged', 'more', 'less', 'stop', 'taper', 'officer', 'ask'],
  referrals: [],
  apply: earns(),
};
