import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { diskStore } from './disk-store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'assist-disk-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const names = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());

it('写了读得回来，只有自己读得，旁边不留半份', async () => {
  const store = diskStore(folder);
  const key = randomUUID();
  await store.write(key, Buffer.from('照片'));
  expect((await store.read(key))?.toString()).toBe('照片');
  const [only, ...rest] = names();
  expect(rest).toEqual([]);
  expect(statSync(path.join(only?.parentPath ?? '', only?.name ?? '')).mode & 0o777).toBe(0o600);
  await store.remove(key);
  await store.remove(key);
  expect(await store.read(key)).toBeUndefined();
});

it('不是自己起的名字，一律不碰', async () => {
  const store = diskStore(folder);
  for (const key of ['../secret', '/etc/passwd', 'a', '']) {
    await expect(store.write(key, Buffer.from('x'))).rejects.toThrow('not a key');
    await expect(store.read(key)).rejects.toThrow('not a key');
  }
});

it('断在半路的一份，过了时候就扫掉；没到时候的、别人的不动', async () => {
  const store = diskStore(folder);
  const [old, fresh] = [randomUUID(), randomUUID()];
  await store.write(old, Buffer.from('x'));
  await store.write(fresh, Buffer.from('x'));
  const at = (key: string) => path.join(folder, key.slice(0, 2), key);
  writeFileSync(`${at(old)}.half.part`, 'x');
  writeFileSync(path.join(folder, 'README'), 'x');
  const past = new Date(Date.now() - 3_600_000);
  for (const file of [at(old), `${at(old)}.half.part`, path.join(folder, 'README')]) utimesSync(file, past, past);
  const found: string[] = [];
  for await (const key of store.olderThan(Date.now() - 1_800_000)) found.push(key);
  expect(found).toEqual([old]);
  expect(
    names()
      .map((one) => one.name)
      .sort(),
  ).toEqual([old, fresh, 'README'].sort());
});

it('写不进去就说出来', async () => {
  const store = diskStore(path.join(folder, 'file', 'inner'));
  writeFileSync(path.join(folder, 'file'), 'a file where a folder should be');
  await expect(store.check()).rejects.toThrow();
});
