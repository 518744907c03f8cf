import { addMonths, type CivilDate } from '@assist/policy';

/** `2026-11` of a day. */
export const monthOf = (day: CivilDate): string => day.slice(0, 7);
export const firstDay = (month: string): CivilDate => `${month}-01` as CivilDate;
export const monthsLater = (month: string, months: number): string => monthOf(addMonths(firstDay(month), months));
/** `2026年11月`. */
export const monthText = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
