import type { CivilDate, DatedTable, DivisionCode, Fen, Run } from '@assist/policy';
import { addMonths, valueOn } from '@assist/policy';
import type { Household } from '../household.ts';
import { SUBSISTENCE_STANDARD } from '../values/standards.ts';

/** Words that stand over a whole receipt, by id. */
export const NOTICES = {
  'standard-may-be-newer': '目前查到的低保标准已经用了超过一年，可能有新的标准；以申请时执行的标准为准。',
  'standard-not-found': '这个地方、这一天的低保标准没有查到，都由工作人员来看。',
  'district-standard-assumed': '本区自己的标准文件还没有查到，先按全市公布的标准估算。',
  'estimate-only': '这里只是估算，不是决定。不管结果怎样，您都可以申请。',
} as const;
export type NoticeId = keyof typeof NOTICES;

const STALE_AFTER_MONTHS = 12;

export function noticesFor(run: Run<Household>): readonly NoticeId[] {
  return ['estimate-only', ...aboutStandard(SUBSISTENCE_STANDARD, run.on, run.district)];
}

function aboutStandard(table: DatedTable<Fen>, on: CivilDate, district: DivisionCode): NoticeId[] {
  const value = valueOn(table, on, district, 'urban');
  if (value === undefined) return ['standard-not-found'];
  const notices: NoticeId[] = [];
  // A declared assumption: the city has changed it every year so far, so one older than a year may have a successor.
  if (on > addMonths(value.from, STALE_AFTER_MONTHS)) notices.push('standard-may-be-newer');
  if (value.certainty === 'assumed') notices.push('district-standard-assumed');
  return notices;
}
