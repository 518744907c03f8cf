import type { Certainty, CivilDate, DeclaredAssumption, Fen } from '@assist/policy';
import type { Household } from '../household.ts';
import { type Position, positionOf } from '../life-events/kernel/position.ts';

/** What the documents leave open about a new standard, and what is done instead. */
export const STANDARD_ASSUMPTIONS: readonly DeclaredAssumption[] = [
  {
    id: 'new-standard-by-procedure',
    title: '标准变了，每户重新算；要加的走增发的每一步，从确认后的下个月起',
    why: '找到的文件没有写调标时要不要逐户公示、确认，也没有写从标准起的那个月起补不补发。按增发的条款走，补发留给区县定。',
    beside: ['JLP53-6-2', 'MCA57-21', 'MCA57-31'],
  },
  {
    id: 'standard-of-the-decision-day',
    title: '决定按做决定那天的标准；意见提出以后标准变了的，重新算、重新提意见',
    why: '找到的文件没有写跨过标准变动的申请、变动按哪一天的标准。系统不替人选：用旧标准算的意见不能直接确认。',
    beside: ['SAL2026-18', 'MCA57-20', 'MCA57-31'],
  },
];

/** Why the engine works nothing out for a household by itself. A closed list. */
export const LEFT_TO_PERSON = {
  'no-subsistence': '领的不是低保，这个标准不管它',
  'of-one-member': '低保是按一个人给的（单人户），要人看',
  'facts-missing': '册上的收入、人口还不全，算不出来，要先核实',
  'nobody-counted': '没有人算在内了，要人看',
  'in-taper': '在渐退期，金额照旧，到期再算',
  'in-procedure': '正在办别的程序，办完再算',
} as const;
export type LeftToPerson = keyof typeof LEFT_TO_PERSON;

export type WorkedOut =
  | { readonly outcome: 'person'; readonly why: LeftToPerson }
  | {
      readonly outcome: 'raise' | 'same' | 'lower';
      /** By the standard of the day, in fen a month for the whole household. */
      readonly amount: Fen;
      readonly clauses: readonly string[];
      readonly certainty: Certainty;
    };

export interface Paid {
  /** The household's own subsistence allowance, fen a month; undefined where there is none. */
  readonly subsistence: Fen | undefined;
  readonly ofOneMember: boolean;
  readonly inTaper: boolean;
  readonly inProcedure: boolean;
}

/**
 * A household's amount worked out anew by the standard of a day, beside what is paid. It moves nothing: less is never an answer of it, it
 * is a question for an officer. Whether somebody authenticated is not among what it knows.
 */
export function workedOutAnew(household: Household, paid: Paid, day: CivilDate): WorkedOut {
  const left = leftBy(paid);
  if (left) return { outcome: 'person', why: left };
  const stands: Position = positionOf(household, day);
  if (stands.state === 'nobody') return { outcome: 'person', why: 'nobody-counted' };
  if (stands.state === 'open') return { outcome: 'person', why: 'facts-missing' };
  const before = paid.subsistence ?? 0;
  const { amount, clauses, certainty } = stands;
  return { outcome: amount > before ? 'raise' : amount < before ? 'lower' : 'same', amount, clauses, certainty };
}

function leftBy({ subsistence, ofOneMember, inTaper, inProcedure }: Paid): LeftToPerson | undefined {
  if (inProcedure) return 'in-procedure';
  if (inTaper) return 'in-taper';
  if (ofOneMember) return 'of-one-member';
  return subsistence === undefined ? 'no-subsistence' : undefined;
}
