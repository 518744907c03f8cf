import { mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { AuditHead, AuditHeads } from '../services/audit/heads.ts';

/** How much of the end of the file is read to find its last whole line; a line is some 150 bytes. */
const TAIL = 4096;

/** A file that is only added to, one JSON object a line, flushed before it counts. A line that a kill cut short is as if it were not there. */
export function fileHeads(file: string): AuditHeads {
  return {
    async read() {
      return linesOf(await readFile(file, 'utf8').catch(absent(''))).flatMap(headOf);
    },
    async newest() {
      const handle = await open(file, 'r').catch(absent(undefined));
      if (!handle) return 0;
      try {
        const { size } = await handle.stat();
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(TAIL), 0, TAIL, Math.max(0, size - TAIL));
        return (
          linesOf(buffer.toString('utf8', 0, bytesRead))
            .flatMap(headOf)
            .at(-1)?.batch ?? 0
        );
      } finally {
        await handle.close();
      }
    },
    async add(heads) {
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      const handle = await open(file, 'a', 0o600);
      try {
        // It begins with a line's end: what a kill left half-written before it stays a line of its own.
        await handle.writeFile(`\n${heads.map((head) => `${JSON.stringify(head)}\n`).join('')}`);
        await handle.sync();
      } finally {
        await handle.close();
      }
    },
  };
}

const absent =
  <T>(instead: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT') return instead;
    throw error;
  };

const linesOf = (text: string): string[] => text.split('\n').filter(Boolean);

function headOf(line: string): AuditHead[] {
  try {
    const { batch, rows, hash, sealedAt } = JSON.parse(line);
    return Number.isInteger(batch) ? [{ batch, rows, hash, sealedAt }] : [];
  } catch {
    return [];
  }
}
