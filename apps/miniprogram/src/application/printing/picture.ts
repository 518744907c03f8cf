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

/** A paragraph of a picture. Sizes in px. */
export type Words = {
  readonly text: string;
  readonly size: number;
  readonly strong?: boolean;
  readonly quiet?: boolean;
  readonly before?: number;
};

/** These paragraphs under each other, as wide as a phone. */
export function pictureOf(paragraphs: readonly Words[], measure: Measure): Drawing {
  const marks: Mark[] = [];
  let y = EDGE;
  for (const { text, size, strong, quiet, before = 0 } of paragraphs) {
    const font = `${strong ? 600 : 400} ${size}px ${FAMILY}`;
    y += before;
    for (const line of broken(text, WIDTH - 2 * EDGE, (part) => measure(part, font))) {
      y += Math.round(size * 1.5);
      marks.push({ text: line, x: EDGE, baseline: y - Math.round(size * 0.4), font, colour: quiet ? QUIET : INK });
    }
  }
  return { width: WIDTH, height: y + EDGE, marks };
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
