import type { AnyTable, CivilDate, DivisionCode, Fen, Finding, Verdict } from '@assist/policy';
import { civilDate, fen, runFor } from '@assist/policy';
import { assess } from '../assess/assess.ts';
import type { Household, Income, Member } from '../household.ts';
import { BENEFITS } from './index.ts';

/**
 * One worked case. `because` says how the expected value follows from the clause: whoever reviews it can check it without the
 * code, and nothing in it was copied from the code's answer.
 */
export interface Case {
  readonly title: string;
  readonly clause: string;
  readonly because: string;
  readonly on: CivilDate;
  readonly household: Household;
  /** Id of the node looked at. */
  readonly node: string;
  /** Which member's finding, where the node looks at each. */
  readonly member?: string;
  readonly verdict: Verdict;
  readonly reason?: string;
  /** Figures in yuan. */
  readonly yuan?: Readonly<Record<string, number>>;
  /** Other figures: ratios, months, days. */
  readonly figures?: Readonly<Record<string, number>>;
  /** Facts that must be asked for. */
  readonly missing?: readonly string[];
}

export const day = civilDate;

/** Dazu: the one district whose own page of the standards of 2025 was read (F3-01). */
export const DAZU = '500111' as DivisionCode;
/** A day on which the standards of 2025-07-01 hold: 770 in town, 630 in the country. */
export const IN_2025 = civilDate('2025-12-01');

/** Yuan and jiao as a case writes them. */
export function yuan(amount: number): Fen {
  return fen(Math.round(amount * 100));
}

/** Someone of whom everything has been told, and who has nothing that matters: each case adds what it is about. */
export function person(id: string, told: Partial<Member> = {}): Member {
  return {
    id,
    relation: id === 'm1' ? 'self' : 'spouse',
    birthDate: civilDate('1985-06-01'),
    livesTogether: true,
    absence: 'none',
    schooling: 'none',
    disability: false,
    illness: 'none',
    bedriddenMonths: 0,
    work: 'unemployed',
    income: [],
    workCosts: fen(0),
    cannotDoAlone: [],
    receives: [],
    ...told,
  };
}

/** The same person without some answers. */
export function untold(member: Member, ...fields: readonly (keyof Member)[]): Member {
  const copy: Record<string, unknown> = { ...member };
  for (const field of fields) delete copy[field];
  return copy as unknown as Member;
}

export function monthly(amount: number, kind: Income['kind'] = 'pension'): Income {
  return { kind, amount: yuan(amount), per: 'month' };
}

export function yearly(amount: number, kind: Income['kind'] = 'pension'): Income {
  return { kind, amount: yuan(amount), per: 'year' };
}

/** A household in Dazu that has told everything and owns nothing. */
export function family(members: readonly Member[], told: Partial<Household> = {}): Household {
  return {
    district: DAZU,
    area: 'urban',
    members,
    supporters: [],
    assets: { financial: fen(0), vehicles: [], dwellings: [], businesses: 0 },
    spending: [],
    ...told,
  };
}

export function withoutFact(household: Household, ...fields: readonly (keyof Household)[]): Household {
  const copy: Record<string, unknown> = { ...household };
  for (const field of fields) delete copy[field];
  return copy as unknown as Household;
}

/** Runs a case through the whole assessment and finds the finding it is about. */
export function findingOfCase(one: Case): Finding | undefined {
  return find(assess(one.household, one.on).findings, one.node, one.member);
}

/** The same with other tables, for the tests that break dated values: only the benefit the case is about is assessed. */
export function findingUnder(one: Case, instead: ReadonlyMap<string, AnyTable>): Finding | undefined {
  const benefit = BENEFITS.find((it) => one.node === it.id || one.node.startsWith(`${it.id}/`));
  if (benefit === undefined) return undefined;
  return find([benefit.evaluate(runFor(one.household, one.on, one.household.district, instead))], one.node, one.member);
}

/** Whether a finding is what the case derived. */
export function holds(one: Case, finding: Finding | undefined): boolean {
  if (finding === undefined || finding.verdict !== one.verdict) return false;
  if (one.reason !== undefined && finding.reason !== one.reason) return false;
  if (one.missing !== undefined && [...finding.missing].sort().join() !== [...one.missing].sort().join()) return false;
  const amounts = Object.entries(one.yuan ?? {}).every(([name, amount]) => finding.numbers[name]?.value === yuan(amount));
  return amounts && Object.entries(one.figures ?? {}).every(([name, value]) => finding.numbers[name]?.value === value);
}

function find(findings: readonly Finding[], node: string, member: string | undefined, above?: string): Finding | undefined {
  for (const finding of findings) {
    const about = finding.member ?? above;
    if (finding.rule === node && (member === undefined || about === member)) return finding;
    const below = find(finding.children, node, member, about);
    if (below !== undefined) return below;
  }
  return undefined;
}
