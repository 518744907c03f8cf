import type { CivilDate, DivisionCode } from '@assist/policy';
import { addDays, addMonths, civilDate, datedTable, valueOn } from '@assist/policy';
import type { Recipient } from '../procedures/index.ts';

/** How often, in months. No document sets it (F8-01): an assumption of the product that a district can change. */
export const AUTHENTICATION_MONTHS = datedTable<number>('authentication-months', '待遇资格认证间隔（月）', [
  { value: 12, scope: '50', from: civilDate('2025-03-28'), source: 'F8-01', certainty: 'assumed' },
]);

/** Who is invited. Only Jiulongpo's paper speaks of it, of its subsistence families; elsewhere the district may switch it on. */
export const INVITED: Readonly<Record<string, readonly Recipient[]>> = { '500107': ['subsistence'] };

/** Any real meeting counts, so that hardly anybody has to do anything. Which ones is declared, not in a document. */
export const CONTACTS = {
  'own-face': { title: '本人手机刷脸', clauses: ['JLP53-5-5a'] },
  'office-face': { title: '在镇街或村社刷脸', clauses: ['JLP53-5-5b'] },
  'office-manual': { title: '在镇街或村社人工认证', clauses: ['JLP53-5-5b'] },
  visit: { title: '上门认证', clauses: ['JLP53-5-5c'] },
  'review-visit': { title: '核查时上门见到本人', clauses: ['JLP53-5-3a'] },
  'review-video': { title: '常住外地，视频走访见到本人', clauses: ['JLP53-5-3c'] },
  'review-phone': { title: '常住外地，电话走访联系上本人', clauses: ['JLP53-5-3c'] },
  'window-with-card': { title: '本人带身份证到窗口办事', clauses: ['JLP53-5-5b'] },
  'village-met': { title: '村社走访见到本人', clauses: ['JLP53-5-4a'] },
} as const;

export type Contact = keyof typeof CONTACTS;

/** How many people put their names to it. At home it is two, as in any survey of a household (assumption `two-names-at-home`). */
export const namesWanted = (contact: Contact): 1 | 2 => (contact === 'visit' || contact === 'review-visit' ? 2 : 1);

export interface Standing {
  readonly state: 'met' | 'soon' | 'visit-to-arrange' | 'not-invited';
  /** The person's own date, counted from the last time they were met. */
  readonly due?: CivilDate;
  readonly clauses: readonly string[];
  /** For the resident, in one or two sentences. */
  readonly sentence: string;
}

/** Days before the date on which it is mentioned. */
const MENTIONED_BEFORE = 30;

const INVITE = ['JLP53-5-5a', 'F8-01', 'F8-08'];

/**
 * Where somebody stands. There are four answers and none of them is about money: after the date the township arranges a visit,
 * and that is all that follows. Nothing else in this package reads it.
 */
export function authenticationStanding(
  {
    district,
    recipient,
    lastMet,
    invitedToo = [],
  }: { district: DivisionCode; recipient: Recipient; lastMet: CivilDate; invitedToo?: readonly Recipient[] },
  on: CivilDate,
): Standing {
  const months = valueOn(AUTHENTICATION_MONTHS, on, district)?.value;
  const invited = INVITED[district]?.includes(recipient) || invitedToo.includes(recipient);
  if (!invited || months === undefined) return { state: 'not-invited', clauses: ['F8-01'], sentence: '没有文件要您做这件事，不用做。' };
  const due = addMonths(lastMet, months);
  if (on > due)
    return {
      state: 'visit-to-arrange',
      due,
      clauses: INVITE,
      sentence: '有一阵没见到您了，工作人员会联系您，看您方便的时候上门。钱照发。',
    };
  if (addDays(on, MENTIONED_BEFORE) >= due)
    return { state: 'soon', due, clauses: INVITE, sentence: '快到一年了，方便的话选一种办法。晚了也不停钱。' };
  return { state: 'met', due, clauses: INVITE, sentence: '今年见过您了，现在什么都不用做。' };
}
