import { readFile } from 'node:fs/promises';

/**
 * The lines of a file that others only add to, after so many of them. No file is no lines; one that is still being written is none yet.
 * @param after what an earlier answer gave as `next`; empty at the beginning
 */
export async function linesAfter(file: string, after: string): Promise<{ readonly lines: readonly string[]; readonly next: string }> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const lines = text.split('\n').slice(0, -1);
  const from = Number(after || 0);
  return { lines: lines.slice(from), next: String(Math.max(from, lines.length)) };
}
