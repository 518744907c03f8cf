import type { SubmissionReceipt } from '@assist/contracts';
import { dayInWords } from '../../wording/day.ts';
import { fullMomentText } from '../words/day-and-time.ts';

/** The receipt as plain text, to keep or to send on. It holds no case data: the number opens nothing. */
export const receiptText = (r: SubmissionReceipt): string =>
  [
    '救助通 回执',
    `您的号：${r.number}`,
    `交到：${r.office.name}${r.office.phone ? `，电话 ${r.office.phone}` : ''}`,
    `交的时间：${fullMomentText(r.receivedAt)}`,
    `${dayInWords(r.firstReplyBy.date)}${r.firstReplyBy.provisional ? '（暂定）' : ''}前给您回话`,
    '接下来：',
    ...r.next.map((n, i) => `${i + 1}. ${n.sentence}`),
  ].join('\n');
