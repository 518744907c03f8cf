import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { developmentKeys } from './keys.ts';

test('开发密钥第一次生成，只有主人能读，以后一直不变；后来才需要的补上', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'keys-'));
  let made = 0;
  const fresh = async () => {
    made += 1;
    return { A: `a${made}`, B: `b${made}`, C: `c${made}` };
  };
  const only = (names: string[]) => async () => Object.fromEntries(Object.entries(await fresh()).filter(([name]) => names.includes(name)));
  expect(await developmentKeys(folder, ['A', 'B'], only(['A', 'B']))).toEqual({ A: 'a1', B: 'b1' });
  expect(statSync(path.join(folder, 'keys.json')).mode & 0o777).toBe(0o600);
  expect(await developmentKeys(folder, ['A', 'B'], fresh)).toEqual({ A: 'a1', B: 'b1' });
  expect(made).toBe(1);
  expect(await developmentKeys(folder, ['A', 'B', 'C'], fresh)).toEqual({ A: 'a1', B: 'b1', C: 'c2' });
  expect(JSON.parse(readFileSync(path.join(folder, 'keys.json'), 'utf8'))).toEqual({ A: 'a1', B: 'b1', C: 'c2' });
  rmSync(folder, { recursive: true });
});

test('BFF 需要的密钥，它自己的生成器都给', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'keys-'));
  expect(Object.keys(await developmentKeys(folder, ['FIELD_KEYS', 'HASH_KEY', 'TOKEN_KEYS'])).sort()).toEqual([
    'FIELD_KEYS',
    'HASH_KEY',
    'TOKEN_KEYS',
  ]);
  rmSync(folder, { recursive: true });
});
