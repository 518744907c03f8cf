import { readFile } from 'node:fs/promises';
import type { AlertSource } from '../services/alert/source.ts';

/**
 * A file of alerts that another unit adds lines to: one alert a line, in the format of docs/alerts.md. Lines are only added; one that is
 * none is passed over. No file is no alerts.
 */
export const fileAlertSource = (file: string): AlertSource => ({
  name: 'file',
  read: async (after) => {
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    // Without what follows the last line break: a line that is still being written.
    const lines = text.split('\n').slice(0, -1);
    const from = Number(after || 0);
    return { alerts: lines.slice(from).flatMap(entryOf), next: String(Math.max(from, lines.length)) };
  },
});

function entryOf(line: string): unknown[] {
  try {
    return [JSON.parse(line)];
  } catch {
    return [];
  }
}
