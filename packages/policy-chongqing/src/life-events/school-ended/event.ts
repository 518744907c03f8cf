import { CHANGES, differs, WHO } from '../kernel/apply.ts';
import type { LifeEvent } from '../kernel/life-event.ts';

/** A grown child who no longer studies may stop counting (MCA57-7), so that the head count can change too. */
export const SCHOOL_ENDED: LifeEvent = {
  id: 'school-ended',
  title: '有人毕业或不上学了',
  group: 'school',
  cause: 'people',
  asks: [WHO, CHANGES],
  clauses: ['JLP53-3-3', 'YM239-4-5b', 'SAL2026-46', 'F2-43', 'MCA57-7'],
  can: ['more', 'less', 'unchanged', 'stop', 'taper', 'officer', 'ask'],
  referrals: ['employment'],
  apply: differs,
};
