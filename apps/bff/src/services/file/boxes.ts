/** One box of a file that is made of them (ISO 14496-12, QuickTime). */
export interface Box {
  readonly type: string;
  /** Where its name stands, its content begins, and it ends. */
  readonly name: number;
  readonly from: number;
  readonly to: number;
}

const MOST_BOXES = 10_000;

/** @throws RangeError for a box that does not fit */
export function boxesIn(bytes: Buffer, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  let at = from;
  // QuickTime may end a list with four zero bytes.
  while (to - at >= 8) {
    let size = bytes.readUInt32BE(at);
    let head = 8;
    if (size === 1) {
      size = Number(bytes.readBigUInt64BE(at + 8));
      head = 16;
    } else if (size === 0) size = to - at;
    if (size < head || at + size > to || boxes.length >= MOST_BOXES) throw new RangeError('box');
    boxes.push({ type: bytes.toString('latin1', at + 4, at + 8), name: at + 4, from: at + head, to: at + size });
    at += size;
  }
  return boxes;
}
