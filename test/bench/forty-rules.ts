import type { CivilDate, DivisionCode, Node } from '@assist/policy';
import { all, civilDate, datedTable, fact, inForce, met, notMet, receiptOf, rule, unknown } from '@assist/policy';
import { Engine } from 'json-rules-engine';
import Publicodes from 'publicodes';

/*
 * The other two engines are used here and nowhere else: json-rules-engine 7.3.1 (ISC) and publicodes 1.10.3 (MIT), both as written in
 * the package.json that each ships. Nothing of them goes into the product.
 */

/** One common set of forty conditions, "fact below limit", for every engine; all of one household's facts are known. */
export type Facts = Readonly<Record<string, number>>;
export const SIZE = 40;
const names = Array.from({ length: SIZE }, (_, index) => `f${index}`);
const limitOf = (index: number) => 500 + 37 * index;

/** A household as it comes out of a request: thirty-nine conditions hold, the last does not. */
export const FACTS: Facts = JSON.parse(
  JSON.stringify(
    Object.fromEntries(names.map((name, index) => [name, index === SIZE - 1 ? limitOf(index) + 1 : limitOf(index) - 1 - index])),
  ),
);

/** The limit: the same comparisons, no explanation. */
export function plain(facts: Facts): boolean {
  let every = true;
  for (let index = 0; index < SIZE; index++) every = (facts[names[index] as string] as number) < limitOf(index) && every;
  return every;
}

const ON = civilDate('2026-11-22');
const HERE = '500107' as DivisionCode;
const SPEC = {
  packageName: 'bench',
  packageVersion: '1',
  districtOf: () => HERE,
  notices: () => [],
  nodes: [all<Facts>({ id: 'all', title: '四十条', of: names.map(nodeOf) })],
};

/** Ours: each condition a rule with its clause, its figures and a dated value; the answer is a receipt. */
export function ours(facts: Facts, on: CivilDate = ON) {
  return receiptOf(SPEC, facts, on);
}

function nodeOf(name: string, index: number): Node<Facts> {
  const limit = datedTable(`limit-${name}`, '上限', [
    { value: limitOf(index), scope: '50', from: civilDate('2020-01-01'), source: `F9-${index}`, certainty: 'page' as const },
  ]);
  return rule({
    id: name,
    title: name,
    clauses: [`C-${index}`],
    needs: { own: fact(name, (facts: Facts) => facts[name]), limit: inForce<Facts, number>(limit) },
    sentences: { met: '是 {own}，低于 {limit}。', 'not-met': '是 {own}，不低于 {limit}。' },
    decide: ({ own, limit: most }) => {
      if (own === undefined || most === undefined) return unknown([name]);
      const numbers = { own: { unit: 'count' as const, value: own }, limit: { unit: 'count' as const, value: most.value } };
      return own < most.value ? met({ numbers, based: most }) : notMet({ numbers, based: most });
    },
  });
}

/** json-rules-engine, with one engine for all runs. */
export function jsonRulesEngine(): (facts: Facts) => Promise<number> {
  const engine = new Engine();
  names.forEach((name, index) => {
    engine.addRule({
      conditions: { all: [{ fact: name, operator: 'lessThan', value: limitOf(index) }] },
      event: { type: name, params: { clause: `C-${index}` } },
    });
  });
  return async (facts) => {
    const { events } = await engine.run({ ...facts });
    return events.length;
  };
}

/** publicodes, with one engine whose situation is set anew for every run. */
export function publicodes(): (facts: Facts) => number {
  const rules: Record<string, unknown> = {};
  names.forEach((name, index) => {
    rules[name] = { valeur: 0 };
    rules[`r${index}`] = { valeur: `${name} < ${limitOf(index)}` };
  });
  const engine = new Publicodes(rules as never);
  return (facts) => {
    engine.setSituation(facts as never);
    let count = 0;
    for (let index = 0; index < SIZE; index++) if (engine.evaluate(`r${index}`).nodeValue === true) count += 1;
    return count;
  };
}
