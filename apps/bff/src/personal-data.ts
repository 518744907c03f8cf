import { checkIdentityNumber } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';

export const KINDS_FOUND = ['identity-number', 'phone', 'card', 'token', 'words'] as const;
export type KindFound = (typeof KINDS_FOUND)[number];

// Not within a longer run of letters or digits: an id in hexadecimal is no telephone.
const alone = (digits: string): RegExp => new RegExp(`(?<![0-9A-Za-z-])${digits}(?![0-9A-Za-z-])`, 'g');
const IDENTITY = alone('\\d{17}[\\dXx]');
const PHONE = alone('1[3-9]\\d{9}');
const CARD = alone('\\d{16,19}');
const TOKEN = /eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}/g;
/** A log is written in names of things and codes: whatever is in Chinese comes from a person or is about one. */
const HAN = /\p{Script=Han}/u;
/** A number is judged by its check digit, not by whether its day is past. */
const LAST_DAY = '9999-12-31' as CivilDate;

/**
 * What of a person stands in a line that should hold ids and codes only: identity numbers by their check digit, mobile numbers, bank cards
 * by theirs, tokens, and any word in Chinese. Says the kinds, never the values.
 */
export function personalDataIn(line: string): KindFound[] {
  const found = new Set<KindFound>();
  for (const [number] of line.matchAll(IDENTITY)) if (checkIdentityNumber(number, LAST_DAY) === undefined) found.add('identity-number');
  if (line.match(PHONE)) found.add('phone');
  for (const [number] of line.matchAll(CARD)) if (!found.has('identity-number') && luhn(number)) found.add('card');
  if (line.match(TOKEN)) found.add('token');
  if (HAN.test(line)) found.add('words');
  return KINDS_FOUND.filter((kind) => found.has(kind));
}

/** The check digit of bank cards (ISO/IEC 7812-1). */
function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
