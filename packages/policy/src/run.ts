import type { AnyTable, Setting } from './setting.ts';
import { settingOf } from './setting.ts';
import type { CivilDate, DivisionCode } from './units.ts';

/** One assessment under way. Only sources read the subject; a rule gets the values of what it declared. */
export interface Run<Subject> {
  readonly subject: Subject;
  readonly on: CivilDate;
  readonly district: DivisionCode;
  readonly setting: Setting;
  /** Results kept by slot, so that many rules share one computation. */
  readonly memo: unknown[];
  /** Position of the member a rule is looking at, or -1. */
  readonly member: number;
  /** This assessment looking at each member, as they come up. */
  readonly ofMember: Run<Subject>[];
}

let slots = 0;
const NOTHING = Symbol('nothing');

/** One assessment's context. Nothing outside of it is read: no clock, no place, no chance. */
export function runFor<Subject>(
  subject: Subject,
  on: CivilDate,
  district: DivisionCode,
  instead?: ReadonlyMap<string, AnyTable>,
): Run<Subject> {
  // Room for every kept answer is made at once: growing it slot by slot costs more than the assessment.
  return { subject, on, district, setting: settingOf(on, district, instead), memo: new Array<unknown>(slots), member: -1, ofMember: [] };
}

/** The same assessment, looking at one member. */
export function forMember<Subject>(run: Run<Subject>, member: number): Run<Subject> {
  const made = run.ofMember[member];
  if (made !== undefined) return made;
  const { subject, on, district, setting, memo, ofMember } = run;
  const looking = { subject, on, district, setting, memo, member, ofMember };
  ofMember[member] = looking;
  return looking;
}

/** Keeps an answer for the length of one assessment. */
export function keptInRun<Subject, Value>(compute: (run: Run<Subject>) => Value): (run: Run<Subject>) => Value {
  const slot = slots++;
  return (run) => {
    const held = run.memo[slot];
    if (held !== undefined) return (held === NOTHING ? undefined : held) as Value;
    const value = compute(run);
    run.memo[slot] = value === undefined ? NOTHING : value;
    return value;
  };
}
