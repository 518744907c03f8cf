import type { CivilDate, DivisionCode } from '@assist/policy';
import { civilDate } from '@assist/policy';
import { TONGLIANG, YONGCHUAN } from '../../districts/codes.ts';
import { clausesIn } from '../kernel/clauses-in.ts';

/** What a review looks at. */
export const LOOKED_AT = { people: '人口', income: '收入', property: '财产', spending: '消费' } as const;

export type LookedAt = keyof typeof LOOKED_AT;

/** What a review of a household looks at in a district: Yongchuan's paper adds spending. */
export function lookedAt(district: DivisionCode): { readonly items: readonly LookedAt[]; readonly clauses: readonly string[] } {
  if (district === YONGCHUAN) return { items: ['people', 'income', 'property', 'spending'], clauses: ['YC67-2', 'SAL2026-46'] };
  return { items: ['people', 'income', 'property'], clauses: clausesIn(['JLP53-5-3a', 'SAL2026-46', 'MCA57-31'], district) };
}

export interface EmergencyReview {
  readonly answer: 'may-extend' | 'review-now' | 'keep';
  readonly clauses: readonly string[];
  /** Never set: no document says how long an extension may last, so an officer decides. */
  readonly until?: never;
}

const TONGLIANG_FROM = civilDate('2025-09-08');

/**
 * A serious emergency during a review: it may take longer (nation, Jiulongpo), or it is held at once (Tongliang). The event has to be
 * named; what counts as one is an officer's to say.
 */
export function reviewInEmergency(district: DivisionCode, on: CivilDate, event: string): EmergencyReview {
  if (district === TONGLIANG && on >= TONGLIANG_FROM) return { answer: 'review-now', clauses: ['TL42-C2n'] };
  return { answer: event.trim() === '' ? 'keep' : 'may-extend', clauses: clausesIn(['JLP53-4-0b', 'MCA57-31'], district) };
}
