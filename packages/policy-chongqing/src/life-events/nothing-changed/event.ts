import { staysAsItIs } from '../kernel/apply.ts';
import type { LifeEvent } from '../kernel/life-event.ts';

export const NOTHING_CHANGED: LifeEvent = {
  id: 'nothing-changed',
  title: '都没变，报个平安',
  group: 'contact',
  cause: 'none',
  asks: [],
  clauses: ['JLP53-3-3', 'YM239-4-5b', 'SAL2026-46', 'JLP53-6-1'],
  can: ['unchanged'],
  always: 'unchanged',
  referrals: [],
  apply: staysAsItIs,
};
