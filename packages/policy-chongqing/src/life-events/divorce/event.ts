import { leaves, WHEN, WHO } from '../kernel/apply.ts';
import type { LifeEvent } from '../kernel/life-event.ts';

export const DIVORCE: LifeEvent = {
  id: 'divorce',
  title: '离婚，有人离开了这个家',
  group: 'people',
  cause: 'people',
  asks: [WHEN, WHO],
  clauses: ['JLP53-3-3', 'YM239-4-5b', 'SAL2026-46', 'JLP53-6-3', 'MCA57-7'],
  can: ['more', 'less', 'unchanged', 'stop', 'taper', 'officer', 'ask'],
  ground: 'member-left',
  referrals: [],
  apply: leaves,
};
