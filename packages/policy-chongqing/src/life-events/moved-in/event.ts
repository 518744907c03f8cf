import { joins, NEWCOMER, WHEN } from '../kernel/apply.ts';
import type { LifeEvent } from '../kernel/life-event.ts';

export const MOVED_IN: LifeEvent = {
  id: 'moved-in',
  title: '有人搬来一起住',
  group: 'people',
  cause: 'people',
  asks: [WHEN, NEWCOMER],
  clauses: ['JLP53-3-3', 'YM239-4-5b', 'SAL2026-46', 'JLP53-6-2', 'YM239-2-1'],
  can: ['more', 'less', 'unchanged', 'stop', 'taper', 'officer', 'ask'],
  referrals: [],
  apply: joins,
};
