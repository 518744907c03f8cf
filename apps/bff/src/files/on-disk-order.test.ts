import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { diskStore } from './disk-store.ts';

const did: string[] = [];
let brokenAt = '';
async function note(what: string): Promise<void> {
  did.push(what);
  if (brokenAt === what) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
}
/** The real disk, looked at. */
const disk: NonNullable<Parameters<typeof diskStore>[1]> = {
  async open(file, flags, mode) {
    const handle = await open(file, flags, mode);
    const name = file.endsWith('.part') ? 'bytes' : `folder ${path.basename(file).length === 2 ? 'inner' : 'outer'}`;
    return {
      writeFile: (bytes) => note(`write ${name}`).then(() => handle.writeFile(bytes)),
      sync: () => note(`flush ${name}`).then(() => handle.sync()),
      close: () => handle.close(),
    };
  },
  rename: (from, to) => note('name').then(() => rename(from, to)),
};

const folder = mkdtempSync(path.join(tmpdir(), 'assist-order-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  did.length = 0;
  brokenAt = '';
});
const key = () => `ab${randomUUID().slice(2)}`;

it('说收到了以前：内容落盘，再给名字，再让名字落盘；新的文件夹，它的名字也落盘', async () => {
  await diskStore(folder, disk).write(key(), Buffer.from('sealed'));
  expect(did).toEqual(['write bytes', 'flush bytes', 'name', 'flush folder inner', 'flush folder outer']);
  did.length = 0;
  await diskStore(folder, disk).write(key(), Buffer.from('sealed'));
  expect(did).toEqual(['write bytes', 'flush bytes', 'name', 'flush folder inner']);
});

it.each(['write bytes', 'flush bytes', 'name', 'flush folder inner'])('磁盘满在 %s：不说收到了', async (at) => {
  const store = diskStore(folder, disk);
  const one = key();
  brokenAt = at;
  await expect(store.write(one, Buffer.from('sealed'))).rejects.toMatchObject({ code: 'ENOSPC' });
  // Before it has its name there is nothing; half of it never has one.
  if (at !== 'flush folder inner') expect(await store.read(one)).toBeUndefined();
});
