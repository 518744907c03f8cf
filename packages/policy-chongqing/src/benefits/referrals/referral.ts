import type { Benefit, CivilDate, Figures, Needs, Outcome, Sentences, Values } from '@assist/policy';
import { allOf, benefit, forOfficer, met, notMet, rule, unknown } from '@assist/policy';
import type { Household } from '../../household.ts';
import type { Recognised, Standing } from './recognised.ts';
import { RECOGNISED } from './recognised.ts';

/** Help that somebody else decides: the assessment only says that it is worth asking, and where (JLP53-6-6b, 6d, YMF12-20d). */
export interface ReferralSpec<N extends Needs<Household>> {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly handledBy: string;
  readonly clauses: readonly string[];
  readonly documents?: readonly string[];
  readonly leftToOfficer: string;
  readonly sentences?: Sentences;
  readonly needs: N;
  /** What has to hold; all of it. */
  standings(values: Values<N> & { readonly recognised: Recognised }, on: CivilDate): readonly Standing[];
  figures?(values: Values<N> & { readonly recognised: Recognised }, on: CivilDate): Figures;
  /** Where everything holds, somebody else still has to look (housing need, disaster …). */
  readonly someoneLooks?: boolean;
}

const NO_FIGURES: Figures = { numbers: {} };

export function referral<N extends Needs<Household>>(spec: ReferralSpec<N>): Benefit<Household> {
  const needs = { ...spec.needs, recognised: RECOGNISED };
  type All = Values<N> & { readonly recognised: Recognised };
  const condition = rule({
    id: `${spec.id}/who`,
    title: '适用的家庭和人',
    clauses: spec.clauses,
    needs,
    leftToOfficer: spec.leftToOfficer,
    sentences: {
      met: '您家可能用得上。',
      'not-met': '目前用不上。',
      unknown: '还差几个问题。',
      'for-officer': '要经办的人看过才能定。',
    },
    decide: (values, on) => outcomeOf(spec.standings(values as unknown as All, on), spec.someoneLooks === true),
  });
  return benefit({
    id: spec.id,
    title: spec.title,
    about: spec.about,
    group: 'referral',
    handledBy: spec.handledBy,
    clauses: spec.clauses,
    conditions: [condition],
    documents: spec.documents ?? [],
    leftToOfficer: [spec.leftToOfficer],
    sentences: {
      met: `大概率用得上，由${spec.handledBy}办。`,
      'for-officer': `可能用得上，由${spec.handledBy}看过再定。`,
      'not-met': '目前用不上。情况变了可以再看。',
      unknown: '还差几个问题，答完再看。',
      ...spec.sentences,
    },
    // One without figures looks at nothing more than its condition does.
    needs: (spec.figures === undefined ? {} : needs) as typeof needs,
    figures: (values, on) => spec.figures?.(values as unknown as All, on) ?? NO_FIGURES,
  });
}

function outcomeOf(standings: readonly Standing[], someoneLooks: boolean): Outcome {
  const verdict = allOf(standings.map((one) => one.verdict));
  if (verdict === 'unknown') return unknown(standings.flatMap((one) => (one.verdict === 'unknown' ? one.missing : [])));
  if (verdict === 'not-met') return notMet();
  return verdict === 'met' && !someoneLooks ? met() : forOfficer();
}
