import { type Box, boxesIn } from '../file/boxes.ts';

/** Seconds of an audio file of boxes, whole or in fragments as browsers record it. Undefined for one with pictures, or without sound. */
export function secondsOfMp4(bytes: Buffer, top: readonly Box[]): number | undefined {
  const moov = top.find((box) => box.type === 'moov');
  if (!moov) return undefined;
  const inner = boxesIn(bytes, moov.from, moov.to);
  const media = inner.filter((box) => box.type === 'trak').map((trak) => mediaOf(bytes, trak));
  const [sound] = media;
  if (media.length !== 1 || !sound || sound.handler !== 'soun') return undefined;
  if (sound.seconds > 0) return top.some((box) => box.type === 'mdat') ? sound.seconds : undefined;
  const extends_ = inner.find((box) => box.type === 'mvex');
  const trex = extends_ && boxesIn(bytes, extends_.from, extends_.to).find((box) => box.type === 'trex');
  const each = trex ? bytes.readUInt32BE(trex.from + 12) : 0;
  const length = top.filter((box) => box.type === 'moof').reduce((sum, moof) => sum + lengthOf(bytes, moof, each), 0);
  return length / sound.scale;
}

function mediaOf(bytes: Buffer, trak: Box): { handler: string; scale: number; seconds: number } | undefined {
  const mdia = boxesIn(bytes, trak.from, trak.to).find((box) => box.type === 'mdia');
  const boxes = mdia && boxesIn(bytes, mdia.from, mdia.to);
  const header = boxes?.find((box) => box.type === 'mdhd');
  const handler = boxes?.find((box) => box.type === 'hdlr');
  if (!header || !handler) return undefined;
  const wide = bytes[header.from] === 1;
  const scale = bytes.readUInt32BE(header.from + (wide ? 20 : 12));
  const length = wide ? Number(bytes.readBigUInt64BE(header.from + 24)) : bytes.readUInt32BE(header.from + 16);
  return { handler: bytes.toString('latin1', handler.from + 8, handler.from + 12), scale, seconds: length / scale };
}

/** Of one fragment, in the track's own time. */
function lengthOf(bytes: Buffer, moof: Box, each: number): number {
  let sum = 0;
  for (const traf of boxesIn(bytes, moof.from, moof.to).filter((box) => box.type === 'traf')) {
    const boxes = boxesIn(bytes, traf.from, traf.to);
    const head = boxes.find((box) => box.type === 'tfhd');
    const usual = (head && usualDuration(bytes, head)) ?? each;
    for (const run of boxes.filter((box) => box.type === 'trun')) sum += runLength(bytes, run, usual);
  }
  return sum;
}

function usualDuration(bytes: Buffer, { from }: Box): number | undefined {
  const flags = bytes.readUInt32BE(from) & 0xffffff;
  if (!(flags & 0x8)) return undefined;
  return bytes.readUInt32BE(from + 8 + (flags & 0x1 ? 8 : 0) + (flags & 0x2 ? 4 : 0));
}

function runLength(bytes: Buffer, { from, to }: Box, usual: number): number {
  const flags = bytes.readUInt32BE(from) & 0xffffff;
  const count = bytes.readUInt32BE(from + 4);
  if (!(flags & 0x100)) return count * usual;
  const step = [0x100, 0x200, 0x400, 0x800].filter((flag) => flags & flag).length * 4;
  let at = from + 8 + (flags & 0x1 ? 4 : 0) + (flags & 0x4 ? 4 : 0);
  if (at + count * step > to) throw new RangeError('box');
  let sum = 0;
  for (let i = 0; i < count; i++, at += step) sum += bytes.readUInt32BE(at);
  return sum;
}
