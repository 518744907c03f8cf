import { orientationOf, orientationSegment } from './exif-orientation.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const COM = 0xfe;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;

/** SOF0 to SOF15 without DHT, JPG and DAC. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** JFIF, the colour profile and Adobe's colour mark are needed to draw it; every other application segment tells about the person. */
function isNeeded(marker: number, body: Buffer): boolean {
  if (marker === COM) return false;
  if (marker < APP0 || marker > APP15) return true;
  if (marker === APP0) return body.toString('latin1', 0, 4) === 'JFIF';
  if (marker === APP2) return body.toString('latin1', 0, 11) === 'ICC_PROFILE';
  return marker === APP14 && body.toString('latin1', 0, 5) === 'Adobe';
}

/**
 * Walks a JPEG segment by segment. Keeps what draws the picture and which way up it is; drops the rest and all that follows its end
 * (a phone hides a film there). Undefined where it is cut off or is no picture.
 */
export function cleanJpeg(bytes: Buffer): Buffer | undefined {
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let orientation: number | undefined;
  let frames = 0;
  let scans = 0;
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] as number;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === EOI) {
      if (frames !== 1 || scans === 0) return undefined;
      const upright = orientation === undefined ? [] : [orientationSegment(orientation)];
      return Buffer.concat([kept[0] as Buffer, ...upright, ...kept.slice(1), bytes.subarray(at, at + 2)]);
    }
    if (marker === SOI || marker === 0x00 || (marker >= 0xd0 && marker <= 0xd7)) return undefined;
    if (at + 4 > bytes.length) return undefined;
    const length = bytes.readUInt16BE(at + 2);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return undefined;
    const body = bytes.subarray(at + 4, end);
    if (marker === APP1 && orientation === undefined) orientation = orientationOf(body);
    if (isFrame(marker)) {
      frames += 1;
      if (body.length < 6 || body.readUInt16BE(3) === 0) return undefined;
    }
    if (isNeeded(marker, body)) kept.push(bytes.subarray(at, end));
    at = end;
    if (marker === SOS) {
      scans += 1;
      const next = endOfScan(bytes, at);
      if (next === undefined) return undefined;
      kept.push(bytes.subarray(at, next));
      at = next;
    }
  }
  return undefined;
}

/** Compressed data runs to the next marker that is neither a stuffed FF 00 nor a restart. */
function endOfScan(bytes: Buffer, from: number): number | undefined {
  for (let at = bytes.indexOf(0xff, from); at !== -1 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] as number;
    if (next !== 0x00 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return undefined;
}
