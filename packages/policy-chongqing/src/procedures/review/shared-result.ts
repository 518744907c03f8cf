import type { DivisionCode } from '@assist/policy';
import { TONGLIANG } from '../../districts/codes.ts';
import { clausesIn } from '../kernel/clauses-in.ts';

export interface SharedResultQuestion {
  readonly district: DivisionCode;
  /** Another department has just reviewed the household. */
  readonly reviewedByAnother: boolean;
  /** A member is a near relative of somebody who handles cases or sits in the village's committee. */
  readonly relativeOfStaff: boolean;
}

export interface SharedResult {
  /** `own`: the township reviews itself. `officer`: another's result may be used, an officer decides whether it is fresh enough. */
  readonly answer: 'own' | 'officer';
  readonly clauses: readonly string[];
}

/** Whether another department's review may stand in (Tongliang). A relative of staff is always reviewed on their own, every one of them. */
export function sharedResult({ district, reviewedByAnother, relativeOfStaff }: SharedResultQuestion): SharedResult {
  if (relativeOfStaff) return { answer: 'own', clauses: clausesIn(['JLP53-5-2b', 'YC67-3-2c', 'YMF12-22b', 'CQR2016-33'], district) };
  if (district !== TONGLIANG || !reviewedByAnother) return { answer: 'own', clauses: ['MCA57-31'] };
  return { answer: 'officer', clauses: ['TL42-C2o'] };
}
