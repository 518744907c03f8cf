import { createHash } from 'node:crypto';
import { type Zippable, zipSync } from 'fflate';
import type { Entry } from './household-entries.ts';

/** Photos are packed already. */
const PACKED = /\.(jpg|png|webp|mp4|mov)$/;

/**
 * One archive of all entries with an index that has the size and SHA-256 of each: whoever gets it can see that nothing is missing and nothing
 * was changed. Dates inside are the moment of the export.
 */
export function zipOf(entries: readonly Entry[], { reason, at }: { readonly reason: string; readonly at: Date }): Buffer {
  const index = {
    exportedAt: at.toISOString(),
    purpose: reason,
    files: entries.map(({ path, title, bytes }) => ({
      path,
      title,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })),
  };
  const packed: Zippable = { 'index.json': [Buffer.from(JSON.stringify(index, null, 2)), { mtime: at }] };
  for (const { path, bytes } of entries) packed[path] = [bytes, { mtime: at, level: PACKED.test(path) ? 0 : 6 }];
  return Buffer.from(zipSync(packed));
}
