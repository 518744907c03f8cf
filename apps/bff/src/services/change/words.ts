import type { CitedSentence } from '@assist/contracts';
import type { DivisionCode } from '@assist/policy';
import { CLOCK_RULES, clausesIn, type OutcomeId } from '@assist/policy-chongqing';
import { cited } from '../clause/citations.ts';

// What residents read around an estimate: plain, kind, with the clause. No other district's paper is cited.

const said = (sentence: string, clauses: readonly string[], district: DivisionCode): CitedSentence =>
  cited(sentence, clausesIn(clauses, district));

export const decidesSentence = (district: DivisionCode): CitedSentence =>
  said('这只是估算。最后怎么定，由镇街上门看过、核实过再说；定下来以前，钱照旧。', ['JLP53-5-3a', 'MCA57-31', 'SAL2026-46'], district);

const YEARS = CLOCK_RULES.watchAfterLeaving.period.value / 12;

/** Where an end is possible. */
export const afterLeavingSentence = (district: DivisionCode): CitedSentence =>
  said(
    `万一以后不再领，镇街还会留意您家${YEARS === 2 ? '两' : YEARS}年，有了难处马上能接上。`,
    CLOCK_RULES.watchAfterLeaving.clauses,
    district,
  );

export const passOnSentence = (district: DivisionCode): CitedSentence =>
  said('点一下同意：不用再交材料，镇街直接看您家够不够得上别的帮助。不点也行，什么时候说都可以。', ['YMF12-20c'], district);

/** Whether an end is among what it may come to. */
export const mayEnd = (
  effects: readonly { readonly outcome: OutcomeId; readonly possible?: readonly OutcomeId[] | undefined }[],
): boolean => effects.some(({ outcome, possible = [] }) => outcome === 'stop' || outcome === 'taper' || possible.includes('stop'));

export const UNKNOWN_MONTH = '文件没有写从哪个月起变。要变以前，会先书面告诉您。';
