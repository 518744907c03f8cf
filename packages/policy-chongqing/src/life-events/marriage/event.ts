import { joins, NEWCOMER, WHEN } from '../kernel/apply.ts';
import type { LifeEvent } from '../kernel/life-event.ts';

export const MARRIAGE: LifeEvent = {
  id: 'marriage',
  title: '有人结婚，来了新家人',
  group: 'people',
  cause: 'people',
  asks: [WHEN, NEWCOMER],
  clauses: ['JLP53-3-3', 'YM239-4-5b', 'SAL2026-46', 'JLP53-6-2', 'JLP53-6-3', 'MCA57-7'],
  can: ['more', 'less', 'unchanged', 'stop', 'taper', 'officer', 'ask'],
  referrals: [],
  apply: joins,
};
