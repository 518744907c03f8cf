import type { Finding, Verdict } from '@assist/policy';
import { anyOf, derived } from '@assist/policy';
import type { Household } from '../../household.ts';
import { DESTITUTE_CONDITIONS } from '../destitute-support/conditions.ts';
import { members, missingOf } from '../household/facts.ts';
import { MARGINAL_CONDITIONS } from '../marginal-family/conditions.ts';
import { names } from '../recipient-kinds.ts';
import { RIGID_CONDITIONS } from '../rigid-expenditure/conditions.ts';
import { SINGLE_CONDITIONS } from '../single-application/benefit.ts';
import { SUBSISTENCE_CONDITIONS } from '../subsistence-allowance/conditions.ts';

/** Groups of recipients that other departments help. */
export type Group = 'destitute' | 'subsistence' | 'marginal' | 'rigid' | 'monitored';
export interface Standing {
  readonly verdict: Verdict;
  readonly missing: readonly string[];
}
export type Recognised = Readonly<Record<Group, Standing>>;

const NEEDS = {
  people: members('id', 'receives'),
  destitute: DESTITUTE_CONDITIONS.finding,
  subsistence: SUBSISTENCE_CONDITIONS.finding,
  single: SINGLE_CONDITIONS.finding,
  marginal: MARGINAL_CONDITIONS.finding,
  rigid: RIGID_CONDITIONS.finding,
};

const NONE: readonly string[] = [];

/** How the household stands to each group: already in it, as they say, or as the assessment finds. */
export const RECOGNISED = derived<Household, typeof NEEDS, Recognised>('recognised', NEEDS, (values) => {
  const { people } = values;
  const unsaid: string[] = [];
  for (const one of people) if (one.receives === undefined) unsaid.push(missingOf(one.id, 'receives'));
  const standing = (kind: string, findings: readonly Finding[]): Standing => {
    if (people.some((one) => names(one.receives ?? [], kind))) return { verdict: 'met', missing: NONE };
    let verdict: Verdict = 'not-met';
    for (const finding of findings) verdict = anyOf([verdict, finding.verdict]);
    if (verdict === 'met') return { verdict, missing: NONE };
    if (unsaid.length === 0 && verdict !== 'unknown') return { verdict, missing: NONE };
    const missing = [...unsaid];
    for (const finding of findings) if (finding.verdict === 'unknown') missing.push(...finding.missing);
    return missing.length > 0 ? { verdict: 'unknown', missing } : { verdict, missing: NONE };
  };
  return {
    destitute: standing('destitute-support', [values.destitute]),
    subsistence: standing('subsistence-allowance', [values.subsistence, values.single]),
    marginal: standing('marginal-family', [values.marginal]),
    rigid: standing('rigid-expenditure', [values.rigid]),
    // Whom another department monitors against falling back (YMF12-18): as they say, no rule here decides it.
    monitored: standing('poverty-monitoring', []),
  };
});

/** One of these groups is enough. */
export function inOneOf(recognised: Recognised, groups: readonly Group[]): Standing {
  const verdict = anyOf(groups.map((group) => recognised[group].verdict));
  if (verdict !== 'unknown') return { verdict, missing: NONE };
  return { verdict, missing: groups.flatMap((group) => recognised[group].missing) };
}
