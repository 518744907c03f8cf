import { describe, expect, it, test } from 'vitest';
import type { Verdict } from './receipt.ts';
import { allOf, anyOf, CERTAINTIES, leastCertain, mayDeny, negated } from './verdict.ts';

const VERDICTS: Verdict[] = ['not-met', 'unknown', 'for-officer', 'met'];

describe('combining verdicts', () => {
  test.each([
    [['met', 'met'], 'met'],
    [['met', 'for-officer'], 'for-officer'],
    [['for-officer', 'unknown'], 'unknown'],
    [['unknown', 'not-met'], 'not-met'],
    [['not-met', 'met', 'for-officer'], 'not-met'],
    [[], 'met'],
  ] as [Verdict[], Verdict][])('all of %j is %s', (limbs, verdict) => expect(allOf(limbs)).toBe(verdict));

  test.each([
    [['not-met', 'not-met'], 'not-met'],
    [['not-met', 'for-officer'], 'for-officer'],
    [['for-officer', 'unknown'], 'unknown'],
    [['unknown', 'met'], 'met'],
    [[], 'not-met'],
  ] as [Verdict[], Verdict][])('any of %j is %s', (limbs, verdict) => expect(anyOf(limbs)).toBe(verdict));

  it('any is the mirror of all, pair by pair', () => {
    for (const a of VERDICTS) for (const b of VERDICTS) expect(anyOf([a, b])).toBe(negated(allOf([negated(a), negated(b)])));
  });

  it('answering what is open never overturns what was settled', () => {
    for (const settled of VERDICTS)
      for (const answer of VERDICTS) {
        for (const combine of [allOf, anyOf]) {
          const before = combine([settled, 'unknown']);
          if (before !== 'unknown') expect(combine([settled, answer])).toBe(before);
        }
      }
  });
});

describe('certainty', () => {
  it('keeps the less sure of two', () => expect(leastCertain('page', 'mirror')).toBe('mirror'));
  it('lets only a full text or an official page deny', () => expect(CERTAINTIES.filter(mayDeny)).toEqual(['full-text', 'page']));
});
