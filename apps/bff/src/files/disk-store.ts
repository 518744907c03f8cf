import { randomUUID } from 'node:crypto';
import { access, constants, type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FileStore } from '../services/file/store.ts';

/** The longest name of a key and what stands before it. */
const HEAD = 2 + 255;
const KEY = /^[0-9a-f-]{36}$/;

/** What decides whether bytes are safe, so that a test can look at the order and fill the disk. */
interface Disk {
  open(file: string, flags: string, mode?: number): Promise<Pick<FileHandle, 'writeFile' | 'sync' | 'close'>>;
  rename(from: string, to: string): Promise<void>;
}

/** Photos on disk: written beside, flushed, then renamed, so that half a photo never has a name. Two letters make 256 folders. */
export function diskStore(folder: string, disk: Disk = { open, rename }): FileStore {
  const root = path.resolve(folder);
  const place = (key: string): string => {
    if (!KEY.test(key)) throw new Error('not a key of this store');
    return path.join(root, key.slice(0, 2), key);
  };
  return {
    async write(key, bytes) {
      const target = place(key);
      const made = await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      const half = `${target}.${randomUUID()}.part`;
      try {
        const file = await disk.open(half, 'wx', 0o600);
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await disk.rename(half, target);
      } catch (error) {
        await rm(half, { force: true });
        throw error;
      }
      // The new name itself has to be on disk too, and so has that of a folder that came with it.
      for (let at = path.dirname(target); ; at = path.dirname(at)) {
        const directory = await disk.open(at, 'r');
        await directory.sync().finally(() => directory.close());
        if (!made || at === path.dirname(made)) break;
      }
    },
    async read(key) {
      try {
        return await readFile(place(key));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    async readHead(key) {
      const file = await open(place(key), 'r').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      });
      if (!file) return undefined;
      try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
        return buffer.subarray(0, bytesRead);
      } finally {
        await file.close();
      }
    },
    remove: (key) => rm(place(key), { force: true }),
    async *olderThan(ms) {
      for (const inner of await readdir(root, { recursive: true, withFileTypes: true })) {
        if (!inner.isFile()) continue;
        const full = path.join(inner.parentPath, inner.name);
        const { mtimeMs } = await stat(full).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
        if (mtimeMs >= ms) continue;
        if (KEY.test(inner.name)) yield inner.name;
        else if (inner.name.endsWith('.part')) await rm(full, { force: true });
      }
    },
    async check() {
      await mkdir(root, { recursive: true, mode: 0o700 });
      await access(root, constants.W_OK);
    },
  };
}
