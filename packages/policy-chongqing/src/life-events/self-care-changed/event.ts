import { CLOCK_RULES } from '../../procedures/index.ts';
import { staysAsItIs, WHO } from '../kernel/apply.ts';
import type { LifeEvent } from '../kernel/life-event.ts';

/** What somebody can still do alone decides how much care comes with destitute support. It is looked at by people: nothing is computed of it. */
export const SELF_CARE_CHANGED: LifeEvent = {
  id: 'self-care-changed',
  title: '有人自己能做的事变了',
  group: 'health',
  cause: 'none',
  asks: [WHO],
  clauses: ['JLP53-3-3', 'YM239-4-5b', 'SAL2026-46', 'DESTITUTE2021-23'],
  can: ['officer'],
  always: 'officer',
  possible: ['unchanged', 'more', 'less'],
  referrals: ['destitute-support'],
  notes: [`领特困供养的，报了以后 ${CLOCK_RULES.selfCareAgain.period.value} 个工作日内重新看能不能照顾自己。`],
  apply: staysAsItIs,
};
