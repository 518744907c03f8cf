/** Ways to show that somebody is there. The human ones are open to everybody at all times: a face is never the only way (JLP53-5-5b, F10-21). */
export const WAYS = {
  'phone-face': { title: '手机刷脸', face: true, atHome: true, clauses: ['JLP53-5-5a', 'F10-22'] },
  'office-face': { title: '到镇街或村社刷脸', face: true, atHome: false, clauses: ['JLP53-5-5b'] },
  'office-manual': { title: '到镇街或村社，人工认证', face: false, atHome: false, clauses: ['JLP53-5-5b'] },
  visit: { title: '请人上门', face: false, atHome: true, clauses: ['JLP53-5-5c'] },
} as const;

export type Way = keyof typeof WAYS;

/** What makes the phone hard. Only that it is hard is kept, to begin with a person next year. */
export type Difficulty =
  | 'seeing'
  | 'hearing'
  | 'speaking'
  | 'face-or-eyes'
  | 'injury'
  | 'bedridden'
  | 'memory'
  | 'no-phone'
  | 'old-age'
  | 'disabled'
  | 'other';

export interface WaysQuestion {
  readonly difficulties?: readonly Difficulty[];
  /** Tries of the face on the phone that came to nothing. */
  readonly unsuccessfulTries?: number;
  /** Agreed to the use of the face, separately and for this. */
  readonly agreedToFace?: boolean;
  readonly underFourteen?: boolean;
  readonly guardianAgreed?: boolean;
}

export interface WaysAnswer {
  /** The first is the one suggested. Never empty, never faces only. */
  readonly ways: readonly Way[];
  /** A visit is arranged without being asked for. */
  readonly arrangeVisit: boolean;
  readonly clauses: readonly string[];
  readonly assumption?: 'two-tries-then-a-person';
}

const TRIES = 2;

/** Which ways to offer, best first. With any difficulty, or after two tries, a person comes first and the phone is not pushed. */
export function waysFor({
  difficulties = [],
  unsuccessfulTries = 0,
  agreedToFace,
  underFourteen,
  guardianAgreed,
}: WaysQuestion): WaysAnswer {
  const tired = unsuccessfulTries >= TRIES;
  const hard = difficulties.length > 0;
  const mayUseFace = agreedToFace !== false && (!underFourteen || guardianAgreed === true);
  const face: readonly Way[] = mayUseFace && !tired ? ['phone-face'] : [];
  const ways: readonly Way[] = hard || tired ? ['visit', 'office-manual', ...face] : [...face, 'office-manual', 'visit'];
  return {
    ways: mayUseFace && !hard && !tired ? [...ways, 'office-face'] : ways,
    arrangeVisit: tired || difficulties.includes('bedridden'),
    clauses: ['JLP53-5-5a', 'JLP53-5-5b', 'JLP53-5-5c', 'F10-21', ...(underFourteen ? ['F10-22'] : [])],
    ...(tired ? { assumption: 'two-tries-then-a-person' } : {}),
  };
}
