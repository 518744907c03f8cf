import { staysAsItIs, WHEN } from '../kernel/apply.ts';
import type { LifeEvent } from '../kernel/life-event.ts';

export const ADDRESS: LifeEvent = {
  id: 'address',
  title: '搬了家、换了地址',
  group: 'contact',
  cause: 'none',
  asks: [WHEN],
  clauses: ['JLP53-3-3', 'YM239-4-5b', 'SAL2026-46', 'YM239-2-1', 'YM239-3-3a'],
  can: ['unchanged'],
  always: 'unchanged',
  referrals: [],
  notes: ['全家搬到别的镇街、区县的，先看该由哪里办，类别、标准跟着改，不漏也不重。'],
  apply: staysAsItIs,
};
