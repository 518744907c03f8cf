import type { CivilDate } from '@assist/policy';
import { isCivilDate } from './scalars.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_LETTERS = '10X98765432';

export type IdentityNumberProblem = 'fifteen' | 'length' | 'characters' | 'birth-date' | 'birth-in-future' | 'check-digit';

/** Upper case, narrow digits, without blanks and dashes: what people type and paste. */
export const normaliseIdentityNumber = (typed: string): string => typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

/** Day of birth inside an 18-digit number, if that day exists. */
export function birthDateOf(number: string): CivilDate | undefined {
  const date = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  return isCivilDate(date) ? date : undefined;
}

/** GB 11643: odd 17th digit is male. */
export const sexOf = (number: string): 'male' | 'female' => (Number(number[16]) % 2 === 1 ? 'male' : 'female');

/**
 * Checks a resident identity number by GB 11643 (MOD 11-2). It proves nothing about who typed it.
 * @param today calendar day in Asia/Shanghai, to refuse a birth in the future
 */
export function checkIdentityNumber(typed: string, today: CivilDate): IdentityNumberProblem | undefined {
  const number = normaliseIdentityNumber(typed);
  if (/^\d{15}$/.test(number)) return 'fifteen';
  if (number.length !== 18) return 'length';
  if (!/^\d{17}[\dX]$/.test(number)) return 'characters';
  const born = birthDateOf(number);
  if (!born) return 'birth-date';
  if (born > today) return 'birth-in-future';
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(number[i]) * (WEIGHTS[i] as number);
  return CHECK_LETTERS[sum % 11] === number[17] ? undefined : 'check-digit';
}

/** What to say to a person, kindly, about a number that cannot be right. */
export const IDENTITY_NUMBER_SENTENCES: Record<IdentityNumberProblem, string> = {
  // Cards of the first generation; nothing is worked out from them, the register of the household has the new number.
  fifteen: '这是 15 位的老号码，请照户口簿写 18 位的；漏了几位就补上',
  length: '身份证号是 18 位，请再数一数',
  characters: '身份证号只有数字，最后一位可能是 X',
  'birth-date': '中间的出生日期不对，请对着身份证再看一下',
  'birth-in-future': '出生日期还没到，请对着身份证再看一下',
  'check-digit': '有一位可能看错了，请对着身份证再看一下',
};
