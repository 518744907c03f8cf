import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifiedManifest, writeManifest } from './manifest.ts';

let base: string;
beforeEach(async () => {
  base = mkdtempSync(path.join(tmpdir(), 'assist-base-'));
  mkdirSync(path.join(base, 'data'));
  writeFileSync(path.join(base, 'data', 'page'), 'whole');
  const page = { bytes: 5, sha256: createHash('sha256').update('whole').digest('hex') };
  await writeManifest(base, { postgres: '18.4', begunAt: '', endedAt: '', firstWal: 'a', lastWal: 'b', files: { page } });
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

test('一个字节不差的备份才收', async () => {
  expect(await verifiedManifest(base)).toMatchObject({ firstWal: 'a', lastWal: 'b' });
});

test.each([
  ['没有清单', () => rmSync(path.join(base, 'manifest.json')), 'cut in the middle'],
  ['清单写了一半', () => truncateSync(path.join(base, 'manifest.json'), 20), 'cut in the middle'],
  ['少一个文件', () => rmSync(path.join(base, 'data', 'page')), 'missing'],
  ['一样长、内容不同', () => writeFileSync(path.join(base, 'data', 'page'), 'Whole'), 'not what was copied'],
  ['短了', () => truncateSync(path.join(base, 'data', 'page'), 4), 'not what was copied'],
])('%s：不收', async (_, spoil, why) => {
  spoil();
  await expect(verifiedManifest(base)).rejects.toThrow(why);
});
