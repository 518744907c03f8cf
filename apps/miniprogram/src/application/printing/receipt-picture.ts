import type { SubmissionReceipt } from '@assist/contracts';
import { dayInWords } from '../../wording/day.ts';
import { fullMomentText } from '../words/day-and-time.ts';

/** One line of text on the picture. Lengths in px of the picture before it is enlarged. */
export interface Mark {
  readonly text: string;
  readonly x: number;
  /** Of the line the letters stand on. */
  readonly baseline: number;
  readonly font: string;
  readonly colour: string;
}
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}
/** How wide this text is in this font, px. */
export type Measure = (text: string, font: string) => number;

/** As wide as a phone: kept in the album it is looked at there. */
const WIDTH = 375;
const EDGE = 24;
const FAMILY = '"PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif';
const INK = '#14232a';
const QUIET = '#53636a';

type Words = {
  readonly text: string;
  readonly size: number;
  readonly strong?: boolean;
  readonly quiet?: boolean;
  readonly before?: number;
};

/**
 * The receipt as a picture: the number large, where it went, what happens next and by which clause.
 * No name and nothing about the family, because pictures are shown around; the number opens nothing.
 */
export function receiptDrawing(receipt: SubmissionReceipt, measure: Measure): Drawing {
  const marks: Mark[] = [];
  let y = EDGE;
  for (const { text, size, strong, quiet, before = 0 } of wordsOf(receipt)) {
    const font = `${strong ? 600 : 400} ${size}px ${FAMILY}`;
    y += before;
    for (const line of broken(text, WIDTH - 2 * EDGE, (part) => measure(part, font))) {
      y += Math.round(size * 1.5);
      marks.push({ text: line, x: EDGE, baseline: y - Math.round(size * 0.4), font, colour: quiet ? QUIET : INK });
    }
  }
  return { width: WIDTH, height: y + EDGE, marks };
}

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

/** An article of a law, a number, a phone: whole where a line can hold it. Then blanks, then single signs. */
const PIECES = /第[一二三四五六七八九十百]+条|[\w-]+|\s+|[^\w\s]/gu;
/** No line begins with one of these. */
const CLOSING = /^[，。；：、！？）》〉」』〕]/u;

/** Chinese may break nearly anywhere; what would begin a line with a closing sign takes the sign before it along. */
function broken(text: string, room: number, width: (part: string) => number): string[] {
  const lines: string[] = [];
  let line: string[] = [];
  for (const piece of text.match(PIECES) ?? []) {
    if (line.length > 0 && width([...line, piece].join('')) > room) {
      const along: string[] = [];
      if (CLOSING.test(piece) && line.length > 1) along.push(line.pop() as string);
      lines.push(line.join('').trimEnd());
      line = [...along, piece].filter((p, i) => i > 0 || p.trim() !== '');
    } else line.push(piece);
  }
  const last = line.join('').trimEnd();
  return last === '' ? lines : [...lines, last];
}
