import type { Fen } from '@assist/policy';
import type { Emergency, Relation } from '@assist/policy-chongqing/preview';
import { makeStore } from '../../../platform/store.ts';

/** What somebody does, as one says it; `away` and `studies-away` also say where they are. */
export const DOINGS = [
  'employed',
  'flexible',
  'away',
  'farming',
  'business',
  'unemployed',
  'cannot-work',
  'student',
  'studies-away',
  'retired',
] as const;
export type Doing = (typeof DOINGS)[number];

export interface PersonAnswer {
  readonly id: string;
  readonly relation: Relation;
  /** Whole years. */
  readonly age?: number;
  readonly disability?:
    | 'none'
    | {
        readonly grade: 1 | 2 | 3 | 4;
        readonly category?: 'visual' | 'hearing' | 'speech' | 'physical' | 'intellectual' | 'mental' | 'multiple';
      };
  readonly illness?: 'none' | 'long-term' | 'serious-recognised' | 'serious-not-recognised';
  readonly doing?: Doing;
  /** A month; 0 is "nothing". */
  readonly income?: Fen;
  /** What working itself costs a month: the way there, a meal (MCA57-13). */
  readonly workCosts?: Fen;
}

/** Absent is "not said": it never counts against anybody. */
export interface CheckAnswers {
  readonly district?: string;
  readonly area?: 'urban' | 'rural';
  readonly people: readonly PersonAnswer[];
  readonly savings?: Fen;
  readonly car?: boolean;
  readonly dwellings?: number;
  readonly business?: boolean;
  readonly spending?: { readonly medical?: Fen; readonly education?: Fen; readonly rehabilitation?: Fen };
  readonly receives?: 'none' | 'subsistence-allowance' | 'destitute-support' | 'marginal-family' | 'rigid-expenditure';
  readonly supporters?: { readonly kind: 'none' } | { readonly kind: 'able' | 'unable'; readonly pays?: Fen };
  readonly emergency?: 'none' | Emergency['kind'];
  readonly urgent?: boolean;
}

const NOTHING: CheckAnswers = { people: [{ id: 'm1', relation: 'self' }] };

/** In memory only: nobody signed in, and nothing is written down. Closing the page forgets it. */
export const checkAnswers = makeStore<CheckAnswers>(NOTHING);
export const forgetAnswers = (): void => checkAnswers.set(NOTHING);
export const isUntouched = (answers: CheckAnswers): boolean => answers === NOTHING;

/** Ids are never used twice, so that nothing of somebody taken out sticks to the next one. */
export function withPerson(answers: CheckAnswers, relation: Relation, taken: readonly string[] = []): CheckAnswers {
  const last = Math.max(...[...answers.people.map((p) => p.id), ...taken].map((id) => Number(id.slice(1))));
  return { ...answers, people: [...answers.people, { id: `m${last + 1}`, relation }] };
}

export const withoutPerson = (answers: CheckAnswers, id: string): CheckAnswers =>
  id === 'm1' ? answers : { ...answers, people: answers.people.filter((p) => p.id !== id) };

/** Changes what was said of one person; `undefined` takes it back. */
export function aboutPerson(answers: CheckAnswers, id: string, said: Partial<PersonAnswer>): CheckAnswers {
  return { ...answers, people: answers.people.map((p) => (p.id === id ? withoutUndefined({ ...p, ...said }) : p)) };
}

export function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;
}
