import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HIDDEN, jpeg, png, webp } from '../../../test/photos.ts';
import { cleanImage } from './clean-image.ts';
import { orientationOf } from './exif-orientation.ts';

const whole = { 'image/jpeg': jpeg(), 'image/png': png(), 'image/webp': webp() } as const;

const cleaned = (bytes: Buffer): Buffer => {
  const result = cleanImage(bytes);
  if (result.kind !== 'ok') throw new Error(result.kind);
  return result.bytes;
};

describe.each(Object.entries(whole))('%s', (mediaType, bytes) => {
  it('认得出，去掉在哪拍的，剩下的还是一张完整的照片', () => {
    expect(bytes.includes(HIDDEN)).toBe(true);
    const result = cleanImage(bytes);
    expect(result).toMatchObject({ kind: 'ok', mediaType });
    const clean = cleaned(bytes);
    expect(clean.includes(HIDDEN)).toBe(false);
    expect(cleanImage(clean)).toEqual({ kind: 'ok', mediaType, bytes: clean });
  });

  it('断在哪里都是打不开，不会当成一张照片收下', () => {
    const clean = cleaned(bytes);
    for (let length = 12; length < clean.length; length++) expect(cleanImage(clean.subarray(0, length)).kind).toBe('damaged');
  });
});

it('横着拍的，去掉别的以后还是正的', () => {
  const clean = cleaned(jpeg({ orientation: 6 }));
  const at = clean.indexOf('Exif');
  expect(orientationOf(clean.subarray(at))).toBe(6);
});

it('PNG 改过一个字节就打不开', () => {
  const clean = cleaned(png());
  const changed = Buffer.from(clean);
  changed[20] = (changed[20] as number) ^ 1;
  expect(cleanImage(changed).kind).toBe('damaged');
});

it.each([
  ['PDF 改名 .jpg', Buffer.from('%PDF-1.7\n1 0 obj')],
  ['网页', Buffer.from('<svg onload="alert(1)">')],
  ['一行字', Buffer.from('照片')],
  ['只有开头两个字节', Buffer.from([0xff, 0xd8])],
])('%s：不是照片', (_title, bytes) => {
  expect(cleanImage(bytes).kind).toBe('not-a-photo');
});

it('什么乱字节都不会让它出错', () => {
  const heads = [Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('RIFF\x10\0\0\0WEBP', 'latin1')];
  fc.assert(
    fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 400 }), (head, rest) => {
      expect(['ok', 'damaged', 'not-a-photo']).toContain(cleanImage(Buffer.concat([head, rest])).kind);
    }),
    { seed: 20261122, numRuns: 2000 },
  );
});
