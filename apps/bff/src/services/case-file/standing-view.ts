import type { AuthenticationStanding } from '@assist/contracts';
import type { CivilDate, DivisionCode } from '@assist/policy';
import { dateText } from '@assist/policy';
import type { Contact, Recipient } from '@assist/policy-chongqing';
import { dayInShanghai } from '../../clock.ts';
import { cited } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import type { CaseMember, OpenCase } from './case-file-of.ts';
import { type DatedBenefit, partOf, standingOf } from './next-dates.ts';

const MET: Readonly<Record<Contact, string>> = {
  'own-face': '用手机认证过',
  'office-face': '在镇上或村里认证过',
  'office-manual': '在镇上或村里认证过',
  visit: '工作人员上门见过面',
  'review-visit': '核查上门时见过面',
  'review-video': '核查时视频里见过面',
  'review-phone': '核查时通过电话',
  'window-with-card': '到窗口办事，见过面',
  'village-met': '村里社区走访时见过面',
};

/** 9月5日, with the year where it is another one. */
export const shortDate = (day: CivilDate, today: CivilDate): string =>
  day.slice(0, 4) === today.slice(0, 4) ? dateText(day).replace(/^\d+年/, '') : dateText(day);

/** A meeting that was counted, in one sentence. A register that does not say how they met is not read to say it. */
export const metSentence = (contact: string | null, on: CivilDate, today: CivilDate): string =>
  `${shortDate(on, today)}${contact !== null && Object.hasOwn(MET, contact) ? MET[contact as Contact] : '见过面'}`;

/** A case's benefits as the rules of dates want them. */
export const datedBenefits = ({ benefits }: OpenCase): (DatedBenefit & { memberId?: string })[] =>
  benefits.map((one) => ({
    kind: one.kind as Recipient,
    since: one.since as CivilDate,
    ...(one.memberId !== '' && { memberId: one.memberId }),
  }));

/** Where a member of a case stands with authentication today. */
export function standingView(ctx: Context, opened: OpenCase, member: CaseMember): AuthenticationStanding {
  const today = dayInShanghai(ctx.clock());
  const benefits = partOf(datedBenefits(opened), member.memberId);
  const { state, due, sentence, clauses } = standingOf(opened.row.district as DivisionCode, benefits, member.lastMet, today);
  const contact = member.row.lastMetContact;
  const counts = member.lastMet !== undefined && (state === 'met' || state === 'soon');
  return {
    state,
    ...(due && { due }),
    ...(counts &&
      member.lastMet && {
        counted: { contact: contact ?? 'on-record', on: member.lastMet, sentence: metSentence(contact, member.lastMet, today) },
      }),
    sentence: cited(sentence, clauses),
  };
}
