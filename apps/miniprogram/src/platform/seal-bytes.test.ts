import { describe, expect, test } from 'vitest';
import { KEY_BYTES, openBytes, sealBytes } from './seal-bytes.ts';

const key = Uint8Array.from({ length: KEY_BYTES }, (_, i) => i * 7);
const photo = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 31 + (i >> 8)) & 255);
const rest = () => Promise.resolve();
const PIECE = 64 * 1024;

describe('封起来的照片', () => {
  test.each([0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 200_001])(
    '%i 字节：封上再打开，一个字节不差，封着的看不出原样',
    async (length) => {
      const bytes = photo(length);
      const sealed = await sealBytes(key, bytes, rest);
      expect(sealed.length).toBe(length + 16 * Math.max(1, Math.ceil(length / PIECE)));
      if (length > 64) expect(Buffer.from(sealed).includes(Buffer.from(bytes.subarray(32, 64)))).toBe(false);
      expect(Buffer.from(await openBytes(key, sealed, rest)).equals(Buffer.from(bytes))).toBe(true);
    },
  );

  test('同样的两块封出来不一样', async () => {
    const sealed = await sealBytes(key, new Uint8Array(2 * PIECE), rest);
    expect(Buffer.from(sealed.subarray(16, 48)).equals(Buffer.from(sealed.subarray(PIECE + 32, PIECE + 64)))).toBe(false);
  });

  test('改了一位、截断、换了两块、别的钥匙：打不开', async () => {
    const sealed = await sealBytes(key, photo(2 * PIECE + 10), rest);
    const turned = sealed.slice();
    turned[100] = (turned[100] as number) ^ 1;
    const piece = PIECE + 16;
    const swapped = sealed.slice();
    swapped.set(sealed.subarray(piece, 2 * piece), 0);
    swapped.set(sealed.subarray(0, piece), piece);
    for (const wrong of [turned, sealed.subarray(0, 2 * piece), sealed.subarray(0, -1), swapped, new Uint8Array(0)])
      await expect(openBytes(key, wrong, rest)).rejects.toThrow();
    await expect(
      openBytes(
        key.map((b) => b ^ 1),
        sealed,
        rest,
      ),
    ).rejects.toThrow();
  });

  test('每一块之间都让一让', async () => {
    let rests = 0;
    await sealBytes(key, photo(3 * PIECE), async () => {
      rests += 1;
    });
    expect(rests).toBe(3);
  });
});
