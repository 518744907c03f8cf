import * as z from 'zod/mini';
import { words } from '../scalars.ts';

export const OTHER_PAPERS = [
  'hk-macau-taiwan-residence-permit',
  'hk-macau-travel-permit',
  'taiwan-travel-permit',
  'foreign-permanent-residence',
  'passport',
  'household-register',
  'birth-certificate',
] as const;
export type OtherPaper = (typeof OTHER_PAPERS)[number];
export const OTHER_PAPER_NAMES: Record<OtherPaper, string> = {
  'hk-macau-taiwan-residence-permit': '港澳台居民居住证',
  'hk-macau-travel-permit': '港澳居民来往内地通行证',
  'taiwan-travel-permit': '台湾居民来往大陆通行证',
  'foreign-permanent-residence': '外国人永久居留身份证',
  passport: '护照',
  'household-register': '户口簿',
  'birth-certificate': '出生医学证明',
};

/** Who somebody is on paper. "None yet" is an answer, with the reason; nobody is turned away for it. The check digit is checked with today's date, see `checkIdentityNumber`. */
export const paperSchema = z.union([
  z.object({ kind: z.literal('resident-identity'), number: z.string().check(z.regex(/^\d{17}[\dX]$/, '身份证号是 18 位')) }),
  z.object({ kind: z.enum(OTHER_PAPERS), number: words(40).check(z.minLength(1, '证件上的号码是多少？')) }),
  z.object({ kind: z.literal('none-yet'), reason: words(200).check(z.minLength(1, '为什么还没有？写一句就行')) }),
]);
export type Paper = z.output<typeof paperSchema>;

/** What a phone keeps of a paper whose number the server has with the draft: enough to tell one card from another. */
export const keptPaperSchema = z.object({ kind: z.enum(['resident-identity', ...OTHER_PAPERS]), ending: words(2) });
export type KeptPaper = z.output<typeof keptPaperSchema>;

/** What is kept of a paper; nothing of one without a number. */
export const keptOf = (paper: Paper): KeptPaper | undefined =>
  paper.kind === 'none-yet' || paper.number === '' ? undefined : { kind: paper.kind, ending: paper.number.slice(-2) };
