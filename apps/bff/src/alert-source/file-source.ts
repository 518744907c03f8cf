import { linesAfter } from '../line-file.ts';
import type { AlertSource } from '../services/alert/source.ts';

/**
 * A file of alerts that another unit adds lines to: one alert a line, in the format of docs/alerts.md. Lines are only added; one that is
 * none is passed over. No file is no alerts.
 */
export const fileAlertSource = (file: string): AlertSource => ({
  name: 'file',
  read: async (after) => {
    const { lines, next } = await linesAfter(file, after);
    return { alerts: lines.flatMap(entryOf), next };
  },
});

function entryOf(line: string): unknown[] {
  try {
    return [JSON.parse(line)];
  } catch {
    return [];
  }
}
