import { staysAsItIs } from '../kernel/apply.ts';
import type { LifeEvent } from '../kernel/life-event.ts';

export const BANK_ACCOUNT: LifeEvent = {
  id: 'bank-account',
  title: '换了银行卡',
  group: 'contact',
  cause: 'none',
  asks: [],
  clauses: ['JLP53-3-3', 'YM239-4-5b', 'SAL2026-46'],
  can: ['unchanged'],
  always: 'unchanged',
  referrals: [],
  notes: ['只有核实过身份的本人才能改，改了马上告诉家里。'],
  apply: staysAsItIs,
};
