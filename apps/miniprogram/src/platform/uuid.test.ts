import { idSchema } from '@assist/contracts';
import { expect, test } from 'vitest';
import { uuidFrom } from './uuid';

test('第 7 版：前面是时间，后面是机会', () => {
  // 0x0190_0000_0000 ms; version and variant bits are set whatever the chance says.
  expect(uuidFrom(0x019000000000, Uint8Array.from([0xff, 0xff, 0xff, 0xff, 1, 2, 3, 4, 5, 6]))).toBe(
    '01900000-0000-7fff-bfff-010203040506',
  );
  expect(uuidFrom(0x019000000000, new Uint8Array(10))).toBe('01900000-0000-7000-8000-000000000000');
});

test('约定认得', () => {
  expect(
    idSchema.safeParse(
      uuidFrom(
        Date.UTC(2026, 10, 22),
        Uint8Array.from({ length: 10 }, (_, i) => i * 25),
      ),
    ).success,
  ).toBe(true);
});
