import { absent, WHEN, WHO } from '../kernel/apply.ts';
import type { LifeEvent } from '../kernel/life-event.ts';

export const RELEASE: LifeEvent = {
  id: 'release',
  title: '有人回家了（刑满、戒毒期满、找到了）',
  group: 'people',
  cause: 'people',
  asks: [WHEN, WHO],
  clauses: ['JLP53-3-3', 'YM239-4-5b', 'SAL2026-46', 'JLP53-6-2', 'F1-03'],
  can: ['more', 'less', 'unchanged', 'stop', 'taper', 'officer', 'ask'],
  referrals: ['employment'],
  apply: absent('none'),
};
