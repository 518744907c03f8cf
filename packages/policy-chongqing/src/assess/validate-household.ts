import type { CivilDate } from '@assist/policy';
import { DISTRICT_NAMES, isDistrict } from '../districts/codes.ts';
import {
  ABSENCES,
  DISABILITY_CATEGORIES,
  EMERGENCIES,
  ILLNESSES,
  INCOME_KINDS,
  RELATIONS,
  SCHOOLING,
  SELF_CARE,
  SPENDING_KINDS,
  VEHICLE_KINDS,
  WORK_STATES,
} from '../household.ts';
import { FIRST_STANDARD } from '../values/standards.ts';
import type { Check, JsonSchema, Problem } from './checks.ts';
import { check, date, flag, list, money, object, oneOf, optional, orNone, real, whole, word } from './checks.ts';

export type { JsonSchema, Problem } from './checks.ts';

/**
 * What is wrong with answers read from outside, each with the path of the field; empty where nothing is. Unlikely is not wrong.
 * With `on` also births and beginnings after that day, and a day before the first standard (path `on`).
 */
export function validateHousehold(input: unknown, on?: CivilDate): Problem[] {
  const problems: Problem[] = [];
  HOUSEHOLD(input, problems);
  if (on !== undefined && on < FIRST_STANDARD)
    problems.push({ path: 'on', problem: `这一天早于查到的第一个低保标准（${FIRST_STANDARD}）` });
  if (isRecord(input)) together(input, on, problems);
  return problems;
}

const id: Check = word();
const DISABILITY = object({ category: oneOf(DISABILITY_CATEGORIES), grade: oneOf([1, 2, 3, 4]) });
const EMERGENCY = object({ kind: oneOf(EMERGENCIES), startedOn: optional(date), urgent: optional(flag) });
const INCOME = object({ kind: oneOf(INCOME_KINDS), amount: money, per: oneOf(['month', 'year']), reckoned: optional(flag) });
const MEMBER = object({
  id,
  relation: oneOf(RELATIONS),
  birthDate: optional(date),
  livesTogether: optional(flag),
  absence: optional(oneOf(ABSENCES)),
  schooling: optional(oneOf(SCHOOLING)),
  disability: optional(orNone(DISABILITY)),
  illness: optional(oneOf(ILLNESSES)),
  bedriddenMonths: optional(whole),
  work: optional(oneOf(WORK_STATES)),
  income: optional(list(INCOME)),
  workCosts: optional(money),
  cannotDoAlone: optional(list(oneOf(SELF_CARE))),
  receives: optional(list(word())),
});
const SUPPORTER = object({
  id,
  relation: oneOf(RELATIONS),
  birthDate: optional(date),
  pays: optional(money),
  ableToSupport: optional(flag),
});
const VEHICLE = object({ kind: oneOf(VEHICLE_KINDS), presentValue: optional(money), valueEvidence: optional(flag) });
const DWELLING = object({ squareMetres: optional(real), dangerous: optional(flag) });
const HOUSEHOLD = object({
  district: check({ enum: Object.keys(DISTRICT_NAMES) }, (value, problems) => {
    if (!isDistrict(value)) problems.push({ path: '', problem: '不认识的区县代码（要6位，如 500107）' });
  }),
  area: optional(oneOf(['urban', 'rural'])),
  members: list(MEMBER),
  supporters: optional(list(SUPPORTER)),
  assets: optional(
    object({
      financial: optional(money),
      vehicles: optional(list(VEHICLE)),
      dwellings: optional(list(DWELLING)),
      businesses: optional(whole),
    }),
  ),
  spending: optional(list(object({ kind: oneOf(SPENDING_KINDS), amount: money, member: optional(word()) }))),
  emergency: optional(orNone(EMERGENCY)),
});

/** JSON Schema (2020-12) of a household: what `validateHousehold` lets through, as far as a schema can say it. */
export function householdSchema(): JsonSchema {
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', title: '一户人家的情况', ...HOUSEHOLD.schema };
}

type Fields = Readonly<Record<string, unknown>>;

/** What only shows when fields are looked at side by side. */
function together(household: Fields, on: CivilDate | undefined, problems: Problem[]): void {
  const members = recordsOf(household.members);
  const supporters = recordsOf(household.supporters);
  if (Array.isArray(household.members) && household.members.length === 0) problems.push({ path: 'members', problem: '家里至少要有一个人' });
  const seen = new Set<unknown>();
  people('members', members, on, seen, problems);
  people('supporters', supporters, on, seen, problems);
  const spending = recordsOf(household.spending);
  for (let at = 0; at < spending.length; at++) {
    const { member } = spending[at] as Fields;
    if (member !== undefined && !members.some((one) => one.id === member))
      problems.push({ path: `spending/${at}/member`, problem: '没有这位家庭成员' });
  }
  const { emergency } = household;
  if (isRecord(emergency)) emergencyDates(emergency, members, on, problems);
}

function people(where: string, list: readonly Fields[], on: CivilDate | undefined, seen: Set<unknown>, problems: Problem[]): void {
  let selves = 0;
  for (let at = 0; at < list.length; at++) {
    const person = list[at] as Fields;
    if (person.id !== undefined && seen.has(person.id)) problems.push({ path: `${where}/${at}/id`, problem: '同一个人填了两次' });
    seen.add(person.id);
    if (where === 'members' && person.relation === 'self' && ++selves > 1)
      problems.push({ path: `members/${at}/relation`, problem: '本人只能有一位' });
    if (on !== undefined && isAfter(person.birthDate, on))
      problems.push({ path: `${where}/${at}/birthDate`, problem: '出生日期在今天之后' });
  }
}

function emergencyDates(emergency: Fields, members: readonly Fields[], on: CivilDate | undefined, problems: Problem[]): void {
  const path = 'emergency/startedOn';
  if (on !== undefined && isAfter(emergency.startedOn, on)) problems.push({ path, problem: '开始的日子在今天之后' });
  const births = members.map((one) => one.birthDate);
  // Something that befell the family before anyone in it was born has its dates the wrong way round.
  if (births.length > 0 && births.every((birth) => isAfter(birth, emergency.startedOn)))
    problems.push({ path, problem: '开始的日子早于全家人的出生日期' });
}

function isAfter(value: unknown, day: unknown): boolean {
  return typeof value === 'string' && typeof day === 'string' && value > day;
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const NONE: readonly Fields[] = [];

function recordsOf(value: unknown): readonly Fields[] {
  return !Array.isArray(value) ? NONE : value.every(isRecord) ? value : value.filter(isRecord);
}
