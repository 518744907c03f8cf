import { crc32 } from 'node:zlib';

/** What is needed to draw it. Texts, times, EXIF and animation are not. */
const NEEDED = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYS']);
const SIGNATURE = 8;

/** Walks a PNG chunk by chunk, checking each sum. Undefined where it is cut off, changed, or has no picture. */
export function cleanPng(bytes: Buffer): Buffer | undefined {
  const kept: Buffer[] = [bytes.subarray(0, SIGNATURE)];
  let pictures = 0;
  for (let at = SIGNATURE; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > bytes.length) return undefined;
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return undefined;
    if (at === SIGNATURE && (type !== 'IHDR' || length !== 13 || bytes.readUInt32BE(at + 8) === 0 || bytes.readUInt32BE(at + 12) === 0))
      return undefined;
    if (type === 'IDAT') pictures += 1;
    if (NEEDED.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND') return pictures > 0 ? Buffer.concat(kept) : undefined;
    at = end;
  }
  return undefined;
}
