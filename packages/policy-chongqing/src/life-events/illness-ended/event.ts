import { CHANGES, differs, WHO } from '../kernel/apply.ts';
import type { LifeEvent } from '../kernel/life-event.ts';

export const ILLNESS_ENDED: LifeEvent = {
  id: 'illness-ended',
  title: '重病好了',
  group: 'health',
  cause: 'none',
  asks: [WHO, CHANGES],
  clauses: ['JLP53-3-3', 'YM239-4-5b', 'SAL2026-46', 'JLP53-5-4b', 'F2-43'],
  can: ['more', 'less', 'unchanged', 'stop', 'taper', 'officer', 'ask'],
  referrals: [],
  apply: differs,
};
