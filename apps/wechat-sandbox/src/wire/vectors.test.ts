import { expect, test } from 'vitest';
import { makeRid } from '../state/random-text.ts';
import { sessionSignature } from './session-key.ts';

test('官方样例：签名的密钥是 base64 文字本身', () => {
  expect(sessionSignature('o0q0otL8aEzpcZL/FT9WsQ==', '{"foo":"bar"}')).toBe(
    '654571f79995b2ce1e149e53c0a33dc39c0a74090db514261454e8dbe432aa0b',
  );
});

test('真实样例：rid 的第一段 66454a60 是 2024-05-15T23:50:56Z', () => {
  expect(makeRid(Date.UTC(2024, 4, 15, 23, 50, 56))).toMatch(/^66454a60-[0-9a-f]{8}-[0-9a-f]{8}$/);
});
