import { staysAsItIs } from '../kernel/apply.ts';
import type { LifeEvent } from '../kernel/life-event.ts';

export const PHONE: LifeEvent = {
  id: 'phone',
  title: '换了电话',
  group: 'contact',
  cause: 'none',
  asks: [],
  clauses: ['JLP53-3-3', 'YM239-4-5b', 'SAL2026-46'],
  can: ['unchanged'],
  always: 'unchanged',
  referrals: [],
  apply: staysAsItIs,
};
