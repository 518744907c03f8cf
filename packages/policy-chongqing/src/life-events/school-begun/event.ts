import { CHANGES, differs, WHO } from '../kernel/apply.ts';
import type { LifeEvent } from '../kernel/life-event.ts';

export const SCHOOL_BEGUN: LifeEvent = {
  id: 'school-begun',
  title: '有人上学了',
  group: 'school',
  cause: 'none',
  asks: [WHO, CHANGES],
  clauses: ['JLP53-3-3', 'YM239-4-5b', 'SAL2026-46', 'F2-43'],
  can: ['more', 'less', 'unchanged', 'stop', 'taper', 'officer', 'ask'],
  referrals: ['education', 'category-top-ups'],
  apply: differs,
};
