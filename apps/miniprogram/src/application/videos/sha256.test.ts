import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeSha256 } from './sha256.ts';

const textOf = (text: string) => new TextEncoder().encode(text);
const sha = (...parts: Uint8Array[]) => {
  const hash = makeSha256();
  for (const part of parts) hash.update(part);
  return hash.end();
};

test('标准里的三个例子（FIPS 180-4）', () => {
  expect(sha(textOf('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha()).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(sha(textOf('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'))).toBe(
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  );
});

test('怎么切都一样，各种长度都和 Node 的一样', () => {
  for (const length of [1, 55, 56, 63, 64, 65, 119, 120, 1000, 70_001]) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 31 + 7) & 0xff);
    const whole = createHash('sha256').update(bytes).digest('hex');
    expect(sha(bytes)).toBe(whole);
    const cut = Math.floor(length / 3);
    expect(sha(bytes.subarray(0, cut), bytes.subarray(cut))).toBe(whole);
  }
});
