import { isCivilDate } from '@assist/contracts';
import type { CivilDate, Fen } from '@assist/policy';
import { tidy } from './columns.ts';

/** More a month than any household gets; what passes it has a comma in the wrong place. */
const MOST_YUAN = 1_000_000;

/** Yuan as they are written, in fen, by their digits: no fraction is ever computed. Undefined for what is no amount. */
export function fenOf(cell: string): Fen | undefined {
  const text = tidy(cell)
    .replace(/^[¥￥]/, '')
    .replace(/元$/, '')
    .trim();
  const match = /^(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{1,2}))?$/.exec(text);
  if (!match) return undefined;
  const yuan = Number((match[1] as string).replaceAll(',', ''));
  if (yuan > MOST_YUAN) return undefined;
  return (yuan * 100 + Number((match[2] ?? '').padEnd(2, '0'))) as Fen;
}

/** A day as people and spreadsheets write it: 2026-11-22, 2026/11/22, 2026.11.22, 20261122, 2026年11月22日. Undefined for none. */
export function dayOf(cell: string): CivilDate | undefined {
  const text = tidy(cell).replace(/\s+0?0:00(:00)?$/, '');
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [, year, month, day] = match as unknown as [string, string, string, string];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCivilDate(date) ? date : undefined;
}

/**
 * Letters, and the dots and strokes inside of names. Nothing that a spreadsheet takes for a formula can begin one, so a register that is
 * shown or written out again carries no command.
 */
export const isName = (text: string): boolean => /^\p{L}[\p{L}\p{M}\d·•.()' -]{0,49}$/u.test(text);
/** A village or a group in it, the same way. */
export const isPlaceName = (text: string): boolean => /^[\p{L}\d][\p{L}\p{M}\d·#(),.、\- ]{0,49}$/u.test(text);
export const isRegisterNumber = (text: string): boolean => /^[\p{L}\d][\p{L}\d\-_/.]{0,39}$/u.test(text);
export const isPhone = (text: string): boolean => /^\+?\d[\d -]{4,19}$/.test(text);
