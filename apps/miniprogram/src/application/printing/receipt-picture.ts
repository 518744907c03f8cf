import type { SubmissionReceipt } from '@assist/contracts';
import { dayInWords } from '../../wording/day.ts';
import { fullMomentText } from '../words/day-and-time.ts';
import { type Drawing, type Measure, pictureOf, type Words } from './picture.ts';

/**
 * The receipt as a picture: the number large, where it went, what happens next and by which clause.
 * No name and nothing about the family, because pictures are shown around; the number opens nothing.
 */
export const receiptDrawing = (receipt: SubmissionReceipt, measure: Measure): Drawing => pictureOf(wordsOf(receipt), measure);

function wordsOf(r: SubmissionReceipt): Words[] {
  return [
    { text: '救助通，申请收到了', size: 22, strong: true },
    { text: '您的号', size: 14, quiet: true, before: 12 },
    { text: r.number, size: 26, strong: true },
    { text: '打电话、去窗口报它。光凭号，看不到资料。', size: 14, quiet: true },
    { text: '交到', size: 14, quiet: true, before: 12 },
    { text: r.office.name, size: 17, strong: true },
    ...(r.office.phone ? [{ text: `电话 ${r.office.phone}${r.office.sample ? '（样例，不是真的电话）' : ''}`, size: 17 }] : []),
    { text: '交的时间', size: 14, quiet: true, before: 12 },
    { text: fullMomentText(r.receivedAt), size: 17 },
    { text: `${dayInWords(r.firstReplyBy.date)}${r.firstReplyBy.provisional ? '（暂定）' : ''}前给您回话`, size: 17 },
    { text: '接下来', size: 18, strong: true, before: 20 },
    ...r.next.flatMap((n, i): Words[] => [
      { text: `${i + 1}. ${n.sentence}`, size: 17, before: 8 },
      ...(n.clauses.length ? [{ text: n.clauses.map((c) => c.label).join('；'), size: 14, quiet: true }] : []),
    ]),
  ];
}
