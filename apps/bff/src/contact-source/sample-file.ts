import { readFile } from 'node:fs/promises';
import { isCivilDate } from '@assist/contracts';
import { type ContactSource, SOURCE_CONTACTS, type SourceContact } from '../services/authentication/data-source.ts';

/**
 * A sample of another unit's records, on this machine only: one JSON object a line
 * (`{"key":"1","number":"…","contact":"village-met","on":"2026-11-20","where":"…"}`), lines are only added.
 * A line that is none is passed over. No file is no contacts.
 */
export const sampleFileSource = (file: string): ContactSource => ({
  name: 'sample-file',
  read: async (after) => {
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    // Without what follows the last line break: a line that is still being written.
    const lines = text.split('\n').slice(0, -1);
    const from = Number(after || 0);
    return { contacts: lines.slice(from).flatMap(contactOf), next: String(Math.max(from, lines.length)) };
  },
});

function contactOf(line: string): SourceContact[] {
  try {
    const { key, number, contact, on, where } = JSON.parse(line) as Record<string, unknown>;
    const known = SOURCE_CONTACTS.find((one) => one === contact);
    if (typeof key !== 'string' || typeof number !== 'string' || typeof on !== 'string' || !known || !isCivilDate(on)) return [];
    return [{ key, person: { number }, contact: known, on, ...(typeof where === 'string' && { where }) }];
  } catch {
    return [];
  }
}
