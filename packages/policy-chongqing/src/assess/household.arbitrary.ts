import type { CivilDate, DivisionCode, Fen } from '@assist/policy';
import { addDays, civilDate } from '@assist/policy';
import fc from 'fast-check';
import { RECIPIENT_KINDS } from '../benefits/recipient-kinds.ts';
import { DISTRICT_NAMES } from '../districts/codes.ts';
import type { Household, Income, Member, Supporter } from '../household.ts';
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

/** Random households for the properties: everything of them told. `forgetful` takes answers away again. */
const pick = <T>(values: readonly T[]) => fc.constantFrom(...values);
/** Near the lines as often as far from them. */
const money = fc.oneof(
  fc.integer({ min: 0, max: 500_000 }),
  pick([0, 63_000, 77_000, 94_500, 115_500, 231_000]),
  fc.integer({ min: 0, max: 2_000_000 }),
) as fc.Arbitrary<Fen>;

export const anyDay: fc.Arbitrary<CivilDate> = fc.integer({ min: 0, max: 2300 }).map((days) => addDays(civilDate('2020-09-01'), days));
const birth = fc.integer({ min: 0, max: 34_000 }).map((days) => addDays(civilDate('2020-08-01'), -days));
const income: fc.Arbitrary<Income> = fc.record({
  kind: pick(INCOME_KINDS),
  amount: money,
  per: pick(['month', 'year'] as const),
  reckoned: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
});

const disability: fc.Arbitrary<Member['disability']> = fc.oneof(
  fc.constant(false as const),
  fc.record({ category: pick(DISABILITY_CATEGORIES), grade: pick([1, 2, 3, 4] as const) }),
);

function member(index: number): fc.Arbitrary<Member> {
  return fc.record({
    id: fc.constant(`m${index + 1}`),
    relation: index === 0 ? fc.constant('self' as const) : pick(RELATIONS.filter((one) => one !== 'self')),
    birthDate: birth,
    livesTogether: fc.boolean(),
    absence: fc.oneof({ weight: 4, arbitrary: fc.constant('none' as const) }, pick(ABSENCES)),
    schooling: pick(SCHOOLING),
    disability,
    illness: fc.oneof({ weight: 3, arbitrary: fc.constant('none' as const) }, pick(ILLNESSES)),
    bedriddenMonths: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 24 })),
    work: pick(WORK_STATES),
    income: fc.array(income, { maxLength: 3 }),
    workCosts: money,
    cannotDoAlone: fc.subarray([...SELF_CARE]),
    receives: fc.oneof(
      { weight: 3, arbitrary: fc.constant([] as string[]) },
      pick(RECIPIENT_KINDS).map((kind) => [kind.id]),
    ),
  });
}

const supporter = fc.record({
  relation: pick(RELATIONS),
  birthDate: birth,
  pays: money,
  ableToSupport: fc.boolean(),
});

export const anyHousehold: fc.Arbitrary<Household> = fc.record({
  district: fc.oneof(pick(['500107', '500118', '500151', '500111'] as DivisionCode[]), pick(Object.keys(DISTRICT_NAMES) as DivisionCode[])),
  area: pick(['urban', 'rural'] as const),
  members: fc.integer({ min: 1, max: 5 }).chain((size) => fc.tuple(...Array.from({ length: size }, (_, index) => member(index)))),
  supporters: fc
    .array(supporter, { maxLength: 2 })
    .map((list) => list.map((one, index) => ({ id: `s${index + 1}`, ...one })) as Supporter[]),
  assets: fc.record({
    financial: fc.oneof(money, fc.integer({ min: 0, max: 10_000_000 }) as unknown as fc.Arbitrary<Fen>),
    vehicles: fc.array(fc.record({ kind: pick(VEHICLE_KINDS), presentValue: money, valueEvidence: fc.boolean() }), { maxLength: 2 }),
    dwellings: fc.array(fc.record({ squareMetres: fc.integer({ min: 10, max: 300 }), dangerous: fc.boolean() }), { maxLength: 3 }),
    businesses: fc.integer({ min: 0, max: 1 }),
  }),
  spending: fc.array(fc.record({ kind: pick(SPENDING_KINDS), amount: money }), { maxLength: 3 }),
  emergency: fc.record({ kind: pick(EMERGENCIES), startedOn: anyDay, urgent: fc.boolean() }),
});

/** Takes some answers away, at every depth where a field may be absent; people and things themselves stay. */
export function forgetful(household: Household): fc.Arbitrary<Household> {
  const paths = optionalPaths(household, '');
  return fc.subarray(paths).map((forgotten) => without(household, new Set(forgotten), '') as Household);
}

// `reckoned` is a mark beside an answer and not an answer: without it the money really came in.
const KEPT = new Set(['reckoned', 'district', 'members', 'id', 'relation', 'kind', 'amount', 'per', 'category', 'grade']);

function optionalPaths(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => optionalPaths(item, `${path}/${index}`));
  return Object.entries(value).flatMap(([name, inner]) => {
    const here = `${path}/${name}`;
    return [...(KEPT.has(name) ? [] : [here]), ...optionalPaths(inner, here)];
  });
}

function without(value: unknown, forgotten: ReadonlySet<string>, path: string): unknown {
  if (Array.isArray(value)) return value.map((item, index) => without(item, forgotten, `${path}/${index}`));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => !forgotten.has(`${path}/${name}`));
  return Object.fromEntries(kept.map(([name, inner]) => [name, without(inner, forgotten, `${path}/${name}`)]));
}
