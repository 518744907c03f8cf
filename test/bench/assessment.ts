import { loadavg } from 'node:os';
import type { CivilDate, Fen } from '@assist/policy';
import type { Household, Member } from '@assist/policy-chongqing';
import { assess, standingUnder } from '@assist/policy-chongqing';
import type { Facts } from './forty-rules.ts';
import { FACTS, jsonRulesEngine, ours, plain, publicodes } from './forty-rules.ts';
import type { Measured } from './rounds.ts';
import { goalsOf, inTurn, tableOf } from './rounds.ts';

/** Many households in turn: an answer kept from the one before is no help, as it is none in a queue. */
const SEVERAL = 16;
const several = <T>(make: (index: number) => T): T[] => Array.from({ length: SEVERAL }, (_, index) => make(index));
const repeat =
  <T>(over: readonly T[], what: (one: T) => unknown) =>
  (times: number) => {
    for (let i = 0; i < times; i++) what(over[i % SEVERAL] as T);
  };
const MILLION_SECONDS = 60;
/** A million households, each looked at before and after, on two cores. */
const LOOKS = Math.ceil((1_000_000 * 2) / 2 / MILLION_SECONDS);
const ON = '2026-11-22' as CivilDate;

function person(id: string, told: Partial<Member>): Member {
  const settled = {
    livesTogether: true,
    absence: 'none',
    schooling: 'none',
    disability: false,
    illness: 'none',
    bedriddenMonths: 0,
  } as const;
  return {
    id,
    relation: 'self',
    ...settled,
    work: 'unemployed',
    income: [],
    workCosts: 0 as Fen,
    cannotDoAlone: [],
    receives: [],
    ...told,
  };
}

/** Four people who have told everything: a wage, a pupil, a disabled parent. */
const FAMILY: Household = {
  district: '500107' as Household['district'],
  area: 'urban',
  members: [
    person('m1', {
      birthDate: '1982-04-09' as CivilDate,
      work: 'flexible',
      income: [{ kind: 'flexible-work', amount: 120_000 as Fen, per: 'month' }],
    }),
    person('m2', { relation: 'spouse', birthDate: '1984-01-20' as CivilDate }),
    person('m3', { relation: 'child', birthDate: '2014-09-01' as CivilDate, schooling: 'compulsory', work: 'student' }),
    person('m4', {
      relation: 'parent',
      birthDate: '1951-02-14' as CivilDate,
      disability: { category: 'physical', grade: 2 },
      work: 'cannot-work',
    }),
  ],
  supporters: [],
  assets: { financial: 600_000 as Fen, vehicles: [], dwellings: [{ dangerous: false }], businesses: 0 },
  spending: [{ kind: 'medical', amount: 480_000 as Fen }],
  emergency: false,
};

/** Speed of assessment, beside two kept engines and beside bare arithmetic, on one common set of forty rules. */
export async function benchAssessment(print: (text: string) => void): Promise<void> {
  const jsonRules = jsonRulesEngine();
  const codes = publicodes();
  if (plain(FACTS) || ours(FACTS).findings[0]?.verdict !== 'not-met' || (await jsonRules(FACTS)) !== 39 || codes(FACTS) !== 39) {
    throw new Error('the contenders do not agree on the forty rules');
  }
  // The first facts less a little: which of the forty hold stays the same.
  const facts = several(
    (index): Facts => JSON.parse(JSON.stringify({ ...FACTS, f0: (FACTS.f0 as number) - index, f7: (FACTS.f7 as number) - index })),
  );
  const families = several(
    (index): Household => JSON.parse(JSON.stringify({ ...FAMILY, assets: { ...FAMILY.assets, financial: 600_000 + index } })),
  );
  print(`Node ${process.version}, one core; load when it began ${loadavg()[0]?.toFixed(1)}\n\n40 rules on one household:\n`);
  const forty = await inTurn([
    {
      name: 'json-rules-engine',
      times: 100,
      run: async (times) => {
        for (let i = 0; i < times; i++) await jsonRules(facts[i % SEVERAL] as Facts);
      },
    },
    { name: 'publicodes', times: 30, run: repeat(facts, codes) },
    { name: 'ours, a full receipt', times: 20_000, run: repeat(facts, (one) => ours(one)) },
    { name: 'plain arithmetic, no explanation', times: 500_000, run: repeat(facts, plain) },
  ]);
  print(`${tableOf(forty)}\n\nA household of four against every benefit:\n`);
  const four = await inTurn([
    { name: 'assess, a full receipt of all benefits', times: 3000, run: repeat(families, (one) => assess(one, ON)) },
    { name: 'the two benefits that simulate looks at', times: 20_000, run: repeat(families, (one) => standingUnder(one, ON)) },
  ]);
  print(`${tableOf(four)}\n\nGoals (two cores, ${MILLION_SECONDS} s and two looks a household: ${LOOKS}/s a core):\n`);
  const [, , own] = forty as [Measured, Measured, Measured];
  const [all, two] = four as [Measured, Measured];
  const goals = [
    { what: '40 rules with a full receipt, a second', least: 200_000, found: own.rate },
    { what: '40 rules with a full receipt, × json-rules-engine', least: 100, found: own.ratio },
    { what: 'every benefit for a household of four, a second', least: 20_000, found: all.rate },
    { what: 'what simulate looks at, a second (reading the file comes on top)', least: LOOKS, found: two.rate },
  ];
  print(`${goalsOf(goals)}\nload when it ended ${loadavg()[0]?.toFixed(1)}`);
}
