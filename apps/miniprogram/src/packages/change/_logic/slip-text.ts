import type { ChangeReceipt } from '@assist/contracts';
import { LIFE_EVENT_LIST } from '@assist/policy-chongqing/life-events';
import { fullMomentText } from '../../../application/words/day-and-time.ts';
import { dayInWords } from '../../../wording/day.ts';

/** Names and values of the slip; nothing of what exactly changed stands on it. */
export const slipFacts = (r: ChangeReceipt) => [
  { name: '报的时间', value: fullMomentText(r.toldAt) },
  ...(r.happenedOn ? [{ name: '变的日子', value: dayInWords(r.happenedOn) }] : []),
  { name: '报了什么', value: r.told.length > 1 ? `${r.told[0]}等 ${r.told.length} 样` : (r.told[0] ?? '') },
  { name: '谁报的', value: r.by },
  ...(r.photos > 0 ? [{ name: '照片', value: `${r.photos} 张` }] : []),
];

const DEATH = LIFE_EVENT_LIST.find((event) => event.id === 'death')?.title;
/** Somebody died: the slip speaks softly, on whichever phone it is opened. */
export const isGentle = ({ told }: ChangeReceipt): boolean => DEATH !== undefined && told.includes(DEATH);

/** 第 18 天报的，没有超过 3 个月. Only what is so: it never says in time, and never late. */
export function stampWords(r: ChangeReceipt): string {
  const day = r.nthDay === undefined ? '' : `第 ${r.nthDay} 天报的`;
  if (!r.beforeThreeMonths) return day || `${dayInWords(r.toldOn)}报的`;
  return day ? `${day}，没有超过 3 个月` : '没有超过 3 个月';
}

/** The slip as plain text, to keep or to send on. The number opens nothing. */
export const slipText = (r: ChangeReceipt): string =>
  [
    '救助通 变化凭证（已告知）',
    `凭证号：${r.number}`,
    `告诉了：${r.office.name}${r.office.phone ? `，电话 ${r.office.phone}` : ''}`,
    ...slipFacts(r).map(({ name, value }) => `${name}：${value}`),
    stampWords(r),
    r.goodFor.sentence,
    '接下来：',
    ...r.next.map((n, i) => `${i + 1}. ${n.sentence}`),
  ].join('\n');
