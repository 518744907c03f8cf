import type { APPLIED_AS, MessageKind } from '@assist/contracts';
import type { CivilDate, Fen } from '@assist/policy';
import type { TemplateAbout } from '../channel/ports.ts';

/** What each kind of message is made with. Sealed; it never leaves by text message, voice or a subscribe message. */
export interface MessageParams {
  'application-received': { readonly office: string };
  'correction-asked': { readonly office: string };
  'application-accepted': { readonly office: string };
  'change-received': { readonly office: string };
  'change-opinion': { readonly office: string };
  'change-settled': { readonly office: string };
  'authentication-counted': { readonly who: string; readonly on: CivilDate; readonly how: string; readonly nextDue?: CivilDate };
  'authentication-by-helper': { readonly who: string; readonly on: CivilDate; readonly by: string };
  'authentication-due': { readonly who?: string; readonly due: CivilDate };
  'visit-arranged': {
    readonly office: string;
    readonly who: string;
    readonly day: CivilDate;
    readonly half?: 'morning' | 'afternoon';
    readonly where: 'home' | 'village' | 'office' | 'phone' | 'video';
    readonly visitors: readonly string[];
  };
  'contact-change': { readonly what: 'phone' | 'bank'; readonly from: CivilDate };
  'decision-opinion': { readonly office: string };
  'decision-notice': { readonly office: string };
  'decision-confirmed': { readonly office: string };
  'decision-refused': { readonly office: string };
  'decision-letter': { readonly office: string };
  'decision-effect': { readonly office: string };
  'clock-extended': { readonly office: string; readonly by: CivilDate; readonly why: string };
  'case-moved': { readonly from: string; readonly to: string; readonly phone?: string };
  'handled-as': { readonly office: string; readonly as: (typeof APPLIED_AS)[number] };
  'standard-raised': {
    readonly office: string;
    readonly standardFrom: CivilDate;
    readonly before: Fen;
    readonly after: Fen;
    readonly from: CivilDate;
    readonly source: string;
  };
  'decision-due-soon': { readonly office: string; readonly by: CivilDate; readonly what: string };
  'decision-due': { readonly office: string; readonly by: CivilDate; readonly what: string };
  'objection-answered': { readonly office: string };
  'voice-answered': { readonly office: string };
  'taper-begun': { readonly office: string; readonly from: CivilDate; readonly until: CivilDate };
  'taper-ending': { readonly office: string; readonly until: CivilDate };
  'signed-in-your-name': { readonly who: string; readonly applicant: string; readonly on: CivilDate; readonly how: string };
  'helper-acted': { readonly helper: string; readonly on: CivilDate; readonly what: string };
  'helped-told': { readonly person: string; readonly what: string };
  'door-recorded': { readonly office: string };
  'door-answered': { readonly office: string };
  'helper-changed': { readonly helper: string; readonly what: 'accepted' | 'stopped' | 'frozen' };
  paid: { readonly office: string; readonly months: readonly string[]; readonly amount: Fen; readonly account: string };
  'account-needed': { readonly office: string; readonly bounced: boolean };
  'given-once': { readonly office: string; readonly on: CivilDate; readonly amount: Fen; readonly small: boolean };
  'referral-asked': { readonly office: string; readonly what: string };
  'referral-sent': { readonly office: string; readonly what: string };
  'referral-ended': { readonly office: string; readonly what: string };
  'check-answered': { readonly office: string };
  'check-dispute-answered': { readonly office: string };
  'not-kept-whole': {
    readonly office: string;
    readonly on: CivilDate;
    readonly what: 'photo' | 'sound' | 'change' | 'application' | 'number' | 'answer';
  };
  'unsent-ending': { readonly what: 'draft' | 'photos'; readonly many: number; readonly until: CivilDate };
}

/** How one kind of message reads and goes. */
interface Words<K extends MessageKind> {
  /** At most 20 characters, without anything personal: it shows on a locked screen. */
  readonly title: string;
  readonly sentence: (params: MessageParams[K]) => string;
  readonly clauses: readonly string[];
  /** Declared assumption of ours that it rests on too. */
  readonly assumption?: string;
  /** The subscribe message that carries it. */
  readonly about: TemplateAbout;
  /**
   * `ladder`: it climbs until the person was met, or a visit is a task. Otherwise the channels, the next one where one does not arrive;
   * after the last it lies in the inbox.
   */
  readonly reach: 'ladder' | readonly ('wechat' | 'text')[];
}

/** The words of some kinds. */
export type WordsOf<K extends MessageKind> = { readonly [one in K]: Words<one> };

/** 3月12日 */
export const dayText = (day: CivilDate): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
/** 2026年3月 */
export const monthText = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
