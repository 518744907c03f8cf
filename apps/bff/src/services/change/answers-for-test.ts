import type { Changed } from '@assist/contracts';
import type { CivilDate, Fen } from '@assist/policy';
import { type LifeEvent, lifeEvent } from '@assist/policy-chongqing';
import { member, monthly } from '../../test/case-for-test.ts';

const ANSWERS = {
  happenedOn: { happenedOn: '2026-11-01' as CivilDate },
  member: { member: 'm2' },
  joins: { joins: { ...member('n1', { relation: 'child', schooling: 'preschool', birthDate: '2026-10-20' as CivilDate }), name: '小宝' } },
  income: { income: [monthly(600)] },
  workCosts: { workCosts: 0 as Fen },
  changes: { changes: { illness: 'serious-recognised', schooling: 'other' } },
  assets: { assets: { financial: 5_000_00 as Fen } },
  spending: { spending: { kind: 'medical', amount: 20_000_00 as Fen, member: 'm2' } },
} as const;

/** An answer to each question that an event asks. */
export const answersFor = (id: string): Partial<Changed> =>
  Object.assign({}, ...(lifeEvent(id) as LifeEvent).asks.map((ask) => ANSWERS[ask.field])) as Partial<Changed>;
