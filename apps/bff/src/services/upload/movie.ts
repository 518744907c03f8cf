import { type Box, boxesIn } from '../file/boxes.ts';

/** What a movie file turned out to be, looked at box by box (ISO 14496-12, QuickTime). */
export type Movie =
  | { readonly kind: 'movie'; readonly seconds: number; readonly bytes: Buffer }
  /** Not a movie, cut off, or without pictures. */
  | { readonly kind: 'damaged' };

/** Notes of the phone: where it was taken, which phone, sometimes a name. Nobody needs them to see that somebody is there. */
const NOTES = new Set(['udta', 'meta', 'uuid']);

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
