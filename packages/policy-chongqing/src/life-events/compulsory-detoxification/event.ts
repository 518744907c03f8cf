import { absent, WHEN, WHO } from '../kernel/apply.ts';
import type { LifeEvent } from '../kernel/life-event.ts';

export const COMPULSORY_DETOXIFICATION: LifeEvent = {
  id: 'compulsory-detoxification',
  title: '有人在强制隔离戒毒',
  group: 'people',
  cause: 'people',
  asks: [WHEN, WHO],
  clauses: ['JLP53-3-3', 'YM239-4-5b', 'SAL2026-46', 'JLP53-6-4', 'MCA57-7'],
  can: ['more', 'less', 'unchanged', 'stop', 'taper', 'officer', 'ask'],
  ground: 'compulsory-detoxification',
  opens: ['after-absence'],
  referrals: [],
  notes: ['只是这个人不算在内，家里其他人重新核算。'],
  apply: absent('compulsory-detoxification'),
};
