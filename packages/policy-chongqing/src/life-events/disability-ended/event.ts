import { CHANGES, differs, WHO } from '../kernel/apply.ts';
import type { LifeEvent } from '../kernel/life-event.ts';

export const DISABILITY_ENDED: LifeEvent = {
  id: 'disability-ended',
  title: '残疾证到期或等级变了',
  group: 'health',
  cause: 'none',
  asks: [WHO, CHANGES],
  clauses: ['JLP53-3-3', 'YM239-4-5b', 'SAL2026-46', 'JLP53-5-4b', 'F2-43'],
  can: ['more', 'less', 'unchanged', 'stop', 'taper', 'officer', 'ask'],
  referrals: ['disability-allowances'],
  apply: differs,
};
