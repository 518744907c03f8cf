import type { CivilDate, DivisionCode, Fen } from '@assist/policy';
import * as z from 'zod/mini';

/** Integer fen from 0 up. A negative sum is impossible, so it is refused with a sentence. */
export const fenSchema = z
  .number()
  .check(z.int('金额写到分就够了'), z.gte(0, '金额不能是负数'), z.lte(Number.MAX_SAFE_INTEGER)) as unknown as z.ZodMiniType<Fen, Fen>;

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a text is a calendar day that exists, `YYYY-MM-DD`, years 1880 to 2199. */
export function isCivilDate(text: string): text is CivilDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1880 || year > 2199 || month < 1 || month > 12) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 && leap ? 29 : (DAYS_IN_MONTH[month - 1] as number);
  return day >= 1 && day <= days;
}

export const civilDateSchema = z.string().check(z.refine(isCivilDate, '这个日子不存在，请再看一下')) as unknown as z.ZodMiniType<
  CivilDate,
  CivilDate
>;

/** 行政区划代码 of 6, 9 or 12 digits. */
export const divisionCodeSchema = z.string().check(z.regex(/^\d{6}(\d{3}(\d{3})?)?$/, '请选一个地方')) as unknown as z.ZodMiniType<
  DivisionCode,
  DivisionCode
>;

/** Id made on the phone (UUID), unique for ever in its table. */
export const idSchema = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, 'id'));

/** Moment as RFC 3339 with offset, e.g. `2026-11-22T10:32:00+08:00`. */
export const instantSchema = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/));

export const sha256Schema = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** Line breaks and tabs are fine; other control characters are nobody's words. */
const isPrintable = (text: string): boolean =>
  [...text].every((c) => {
    const code = c.codePointAt(0) as number;
    return code === 9 || code === 10 || code === 13 || (code >= 32 && code !== 127);
  });

/** A person's words: at most `max` UTF-16 units, no control characters. */
export const words = (max: number) => z.string().check(z.maxLength(max, `最多写 ${max} 个字`), z.refine(isPrintable, '有不能保存的符号'));
