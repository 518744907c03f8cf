import type { CivilDate, ExplainedFinding, Finding, Verdict } from '@assist/policy';
import { fen, mayDeny } from '@assist/policy';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citationOf } from '../clauses/index.ts';
import type { Household } from '../household.ts';
import { assess } from './assess.ts';
import { explainNotices, explainReceipt, NODES } from './explain-receipt.ts';
import { anyDay, anyHousehold, forgetful } from './household.arbitrary.ts';
import { questionFor } from './labels.ts';
import { readsOf } from './reads-for-test.ts';
import { validateHousehold } from './validate-household.ts';

/** A finding at its place in the tree: rule and member, from the root. */
function flat(findings: readonly Finding[], into = new Map<string, Finding>(), path = ''): Map<string, Finding> {
  for (const finding of findings) {
    const key = `${path}/${finding.rule}${finding.member === undefined ? '' : `@${finding.member}`}`;
    into.set(key, finding);
    flat(finding.children, into, key);
  }
  return into;
}
const findingsOf = (household: Household, on: CivilDate) => flat(assess(household, on).findings);
const verdictsOf = (household: Household, on: CivilDate) =>
  new Map([...findingsOf(household, on)].map(([key, finding]) => [key, finding.verdict]));

/** The properties of assessment, over so many random households each: a few with every test run, many in the long one. */
export function describeProperties(numRuns: number): void {
  const RUNS = { seed: 20_261_122, numRuns };
  describe('whatever the household', () => {
    it('is a household the check of answers lets through', () => {
      fc.assert(
        fc.property(anyHousehold, (household) => {
          expect(validateHousehold(household)).toEqual([]);
        }),
        RUNS,
      );
    });

    it('every finding cites what exists, and says with a sentence what it found', () => {
      fc.assert(
        fc.property(anyHousehold.chain(forgetful), anyDay, (household, on) => {
          const receipt = assess(household, on);
          for (const finding of flat(receipt.findings).values()) {
            if (finding.children.length === 0 && NODES.get(finding.rule)?.kind === 'rule')
              expect(finding.clauses.length).toBeGreaterThan(0);
            for (const clause of finding.clauses) expect(citationOf(clause)?.gist, clause).toBeTruthy();
          }
          const sentences = (list: readonly ExplainedFinding[]): string[] =>
            list.flatMap((one) => [one.sentence, ...sentences(one.children)]);
          for (const sentence of sentences(explainReceipt(receipt))) {
            expect(sentence).not.toMatch(/—|\{|undefined|NaN|失败|Infinity/);
            expect(sentence.length).toBeGreaterThan(4);
          }
        }),
        RUNS,
      );
    });

    it('no sentence is shown without a clause: every end of the tree cites, and every notice', () => {
      const ends = (list: readonly ExplainedFinding[]): ExplainedFinding[] =>
        list.flatMap((one) => (one.children.length === 0 ? [one] : ends(one.children)));
      const maybeNobody = (household: Household) => fc.constantFrom(household, household, { ...household, members: [] });
      fc.assert(
        fc.property(anyHousehold.chain(forgetful).chain(maybeNobody), anyDay, (household, on) => {
          const receipt = assess(household, on);
          for (const end of ends(explainReceipt(receipt))) expect(end.clauses.length, end.rule).toBeGreaterThan(0);
          const notices = explainNotices(receipt);
          expect(notices.map((one) => one.id)).toEqual(receipt.notices);
          for (const notice of notices) {
            expect(notice.clauses.length, notice.id).toBeGreaterThan(0);
            for (const clause of notice.clauses) expect(clause.gist, clause.id).toBeTruthy();
          }
        }),
        RUNS,
      );
    });

    it('asks for something that has a question, exactly where it does not know', () => {
      fc.assert(
        fc.property(anyHousehold.chain(forgetful), anyDay, (household, on) => {
          for (const [key, finding] of findingsOf(household, on)) {
            expect(finding.missing.length > 0, `${key} ${finding.verdict}`).toBe(finding.verdict === 'unknown');
            for (const id of finding.missing) expect(questionFor(id), id).toBeDefined();
          }
        }),
        RUNS,
      );
    });

    it('no rule, combination or benefit reads a fact it did not declare', () => {
      fc.assert(
        fc.property(anyHousehold.chain(forgetful), anyDay, (household, on) => {
          for (const [id, node] of NODES) {
            const undeclared = [...readsOf(node, household, on)].filter((fact) => !node.facts.includes(fact));
            expect(undeclared, id).toEqual([]);
          }
        }),
        { ...RUNS, numRuns: Math.ceil(numRuns / 4) },
      );
    });

    it('with everything told, nothing is unknown', () => {
      fc.assert(
        fc.property(anyHousehold, anyDay, (household, on) => {
          for (const [key, verdict] of verdictsOf(household, on)) expect(verdict, key).not.toBe('unknown');
        }),
        RUNS,
      );
    });

    it('answering an open question never overturns a settled verdict', () => {
      const pair = anyHousehold.chain((told) => forgetful(told).map((open) => [told, open] as const));
      fc.assert(
        fc.property(pair, anyDay, ([told, open], on) => {
          const after = verdictsOf(told, on);
          for (const [key, before] of verdictsOf(open, on)) if (before !== 'unknown') expect(after.get(key), key).toBe(before);
        }),
        { ...RUNS, numRuns: numRuns * 4 },
      );
    });

    it('denies on nothing less sure than an official page', () => {
      fc.assert(
        fc.property(anyHousehold, anyDay, (household, on) => {
          for (const [key, finding] of findingsOf(household, on)) {
            if (finding.verdict === 'not-met' && finding.children.length === 0) expect(mayDeny(finding.certainty), key).toBe(true);
          }
        }),
        RUNS,
      );
    });

    it('does not depend on the order of people, incomes or things', () => {
      fc.assert(
        fc.property(anyHousehold.chain(forgetful), anyDay, (household, on) => {
          expect(verdictsOf(reversed(household), on)).toEqual(verdictsOf(household, on));
          const numbers = (one: Household) => new Map([...findingsOf(one, on)].map(([key, finding]) => [key, finding.numbers]));
          expect(numbers(reversed(household))).toEqual(numbers(household));
        }),
        RUNS,
      );
    });

    // Values in force, standings and what a rule reads from are kept from one assessment to the next: none of it may be heard.
    it('gives the same bytes again, whatever was assessed in between', () => {
      fc.assert(
        fc.property(anyHousehold.chain(forgetful), anyDay, anyHousehold.chain(forgetful), anyDay, (household, on, other, otherDay) => {
          const first = JSON.stringify(assess(household, on));
          assess(other, otherDay);
          assess(household, otherDay);
          assess(other, on);
          expect(JSON.stringify(assess(structuredCopy(household), on))).toBe(first);
        }),
        RUNS,
      );
    });

    it('counts money in whole fen', () => {
      fc.assert(
        fc.property(anyHousehold.chain(forgetful), anyDay, (household, on) => {
          for (const [key, finding] of findingsOf(household, on))
            for (const quantity of Object.values(finding.numbers))
              if (quantity.unit === 'fen' || quantity.unit === 'fen-per-month')
                expect(Number.isSafeInteger(quantity.value), key).toBe(true);
        }),
        RUNS,
      );
    });

    it('more income never turns subsistence allowance, or the income limb of a benefit, from not-met to met', () => {
      const ORDER: Record<Verdict, number> = { met: 0, 'for-officer': 1, unknown: 1, 'not-met': 2 };
      fc.assert(
        fc.property(anyHousehold, anyDay, fc.nat(200_000), fc.nat(4), (household, on, more, index) => {
          const before = verdictsOf(household, on);
          const after = verdictsOf(richer(household, index % household.members.length, more), on);
          for (const [key, verdict] of before) {
            if (key !== '/subsistence-allowance' && !key.endsWith('/income')) continue;
            if (verdict === 'not-met') expect(ORDER[after.get(key) as Verdict], key).toBe(2);
            if (key.endsWith('/income')) expect(ORDER[after.get(key) as Verdict], key).toBeGreaterThanOrEqual(ORDER[verdict]);
          }
        }),
        RUNS,
      );
    });
  });
}

function reversed(household: Household): Household {
  const turn = <T>(list: readonly T[] | undefined) => (list === undefined ? undefined : [...list].reverse());
  const copy = {
    ...household,
    members: household.members.map((one) => ({ ...one, ...(one.income ? { income: turn(one.income) } : {}) })).reverse(),
    ...(household.supporters ? { supporters: turn(household.supporters) } : {}),
    ...(household.spending ? { spending: turn(household.spending) } : {}),
  };
  return copy as Household;
}

function richer(household: Household, index: number, more: number): Household {
  const members = household.members.map((one, at) =>
    at === index
      ? { ...one, income: [...(one.income ?? []), { kind: 'pension' as const, amount: fen(more), per: 'month' as const }] }
      : one,
  );
  return { ...household, members };
}

/** The same content in new objects, as after being stored and read again. */
function structuredCopy(household: Household): Household {
  return JSON.parse(JSON.stringify(household)) as Household;
}
