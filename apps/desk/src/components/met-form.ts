import { type CONTACT_KINDS, type Whom, wantsTwoNames } from '@assist/contracts';
import { numberProblem, type PaperKind, paperOf } from './paper-on-hand.ts';

type Contact = (typeof CONTACT_KINDS)[number];
/** A clerk writes down meetings; a face on the person's own phone is not a clerk's to write. */
export const MET_WORDS: Readonly<Record<Exclude<Contact, 'own-face'>, string>> = {
  'window-with-card': '带身份证来窗口办事',
  'office-manual': '来镇街或村社，人工认证',
  'office-face': '来镇街或村社刷脸',
  'village-met': '村社走访见到',
  visit: '上门见到',
  'review-visit': '核查时上门见到',
  'review-video': '住外地，视频见到',
  'review-phone': '住外地，电话里说上话',
};
export type MetContact = keyof typeof MET_WORDS;

export interface MetForm {
  readonly contact: MetContact | undefined;
  readonly on: string;
  readonly where: string;
  readonly second: string;
  /** Of somebody who is not picked from a household. */
  readonly name: string;
  readonly kind: PaperKind;
  readonly number: string;
}

/** Whether this kind of meeting wants a second name; said before anything is sent. */
export const wantsSecond = ({ contact }: MetForm): boolean => contact !== undefined && wantsTwoNames(contact);

/** The first thing still missing, in a sentence. @param clerk name of who writes, the first of the two @param picked from a household */
export function metProblem(form: MetForm, picked: boolean, clerk: string, today: string): string | undefined {
  if (!picked && !form.name.trim()) return '写上姓名，照证件写。';
  const number = picked ? undefined : numberProblem(form, today);
  if (number) return number;
  if (!form.contact) return '选一种见到的办法。';
  if (!/^\d{4}-\d{2}-\d{2}$/.test(form.on) || form.on > today) return '写上今天或以前的一天。';
  const second = form.second.trim();
  if (wantsSecond(form) && (!second || second === clerk)) return '这一种要两个人，写上第二个人的名字。';
  return undefined;
}

export const metWhom = (form: MetForm, picked: Whom | undefined): Whom => picked ?? { name: form.name.trim(), paper: paperOf(form) };
