import { checkIdentityNumber, IDENTITY_NUMBER_SENTENCES, normaliseIdentityNumber, type Paper, type Place } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';

export interface TypedPerson {
  readonly name: string;
  readonly number: string;
  /** No identity card to type: a face is not possible then, a person is. */
  readonly withoutCard: boolean;
  readonly place: Place | undefined;
}
export interface PersonProblems {
  readonly name?: string;
  readonly number?: string;
  readonly place?: string;
}
export type ReadPerson =
  | { readonly name: string; readonly paper: Paper; readonly residence: Place }
  | { readonly problems: PersonProblems };

/** What was typed, as it will be sent, or what to look at again. */
export function readPerson({ name, number, withoutCard, place }: TypedPerson, today: CivilDate): ReadPerson {
  const typed = normaliseIdentityNumber(number);
  const wrong = withoutCard || typed === '' ? undefined : checkIdentityNumber(typed, today);
  const problems: PersonProblems = {
    ...(name.trim() === '' && { name: '叫什么名字？' }),
    ...(!withoutCard && typed === '' && { number: '身份证号是多少？没有的点“没有身份证”' }),
    ...(wrong && { number: IDENTITY_NUMBER_SENTENCES[wrong] }),
    ...(place?.kind !== 'chongqing' && { place: '住在重庆哪个镇街？' }),
  };
  if (Object.keys(problems).length > 0 || !place) return { problems };
  const paper: Paper = withoutCard ? { kind: 'none-yet', reason: '手边没有身份证' } : { kind: 'resident-identity', number: typed };
  return { name: name.trim(), paper, residence: place };
}
