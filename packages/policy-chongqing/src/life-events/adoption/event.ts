import { joins, NEWCOMER, WHEN } from '../kernel/apply.ts';
import type { LifeEvent } from '../kernel/life-event.ts';

export const ADOPTION: LifeEvent = {
  id: 'adoption',
  title: '收养了孩子',
  group: 'people',
  cause: 'people',
  asks: [WHEN, NEWCOMER],
  clauses: ['JLP53-3-3', 'YM239-4-5b', 'SAL2026-46', 'JLP53-6-2'],
  can: ['more', 'less', 'unchanged', 'stop', 'taper', 'officer', 'ask'],
  referrals: ['category-top-ups', 'education'],
  apply: joins,
};
