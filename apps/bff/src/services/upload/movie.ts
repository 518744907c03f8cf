/** What a movie file turned out to be, looked at box by box (ISO 14496-12, QuickTime). */
export type Movie =
  | { readonly kind: 'movie'; readonly seconds: number; readonly bytes: Buffer }
  /** Not a movie, cut off, or without pictures. */
  | { readonly kind: 'damaged' };

interface Box {
  readonly type: string;
  /** Where its name stands, its content begins, and it ends. */
  readonly name: number;
  readonly from: number;
  readonly to: number;
}

/** Notes of the phone: where it was taken, which phone, sometimes a name. Nobody needs them to see that somebody is there. */
const NOTES = new Set(['udta', 'meta', 'uuid']);
const MOST_BOXES = 10_000;

/**
 * Looks whether this is a whole movie with pictures and how long it is, and blanks the notes a phone puts beside them.
 * The extension and what the phone says about the type do not count.
 */
export function readMovie(given: Buffer): Movie {
  try {
    const bytes = Buffer.from(given);
    const top = boxesIn(bytes, 0, bytes.length);
    const moov = top.find((box) => box.type === 'moov');
    const first = top[0]?.type;
    if (!moov || !top.some((box) => box.type === 'mdat') || (first !== 'ftyp' && first !== 'moov' && first !== 'wide'))
      return { kind: 'damaged' };
    const inner = boxesIn(bytes, moov.from, moov.to);
    const header = inner.find((box) => box.type === 'mvhd');
    const seconds = header && secondsOf(bytes, header);
    const pictures = inner.some((box) => box.type === 'trak' && isVideoTrack(bytes, box));
    if (!seconds || !pictures) return { kind: 'damaged' };
    for (const box of [...top, ...inner]) if (NOTES.has(box.type)) blank(bytes, box);
    for (const trak of inner.filter((box) => box.type === 'trak'))
      for (const box of boxesIn(bytes, trak.from, trak.to)) if (NOTES.has(box.type)) blank(bytes, box);
    return { kind: 'movie', seconds, bytes };
  } catch {
    return { kind: 'damaged' };
  }
}

/** @throws RangeError for a box that does not fit */
function boxesIn(bytes: Buffer, from: number, to: number): Box[] {
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

function secondsOf(bytes: Buffer, { from }: Box): number {
  const wide = bytes[from] === 1;
  const scale = bytes.readUInt32BE(from + (wide ? 20 : 12));
  const length = wide ? Number(bytes.readBigUInt64BE(from + 24)) : bytes.readUInt32BE(from + 16);
  return scale === 0 ? 0 : length / scale;
}

function isVideoTrack(bytes: Buffer, trak: Box): boolean {
  const media = boxesIn(bytes, trak.from, trak.to).find((box) => box.type === 'mdia');
  const handler = media && boxesIn(bytes, media.from, media.to).find((box) => box.type === 'hdlr');
  return handler !== undefined && bytes.toString('latin1', handler.from + 8, handler.from + 12) === 'vide';
}

/** The box stays as long as it was, so that nothing else moves. */
function blank(bytes: Buffer, { name, from, to }: Box): void {
  bytes.write('free', name, 'latin1');
  bytes.fill(0, from, to);
}
