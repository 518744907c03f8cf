import { isCivilDate } from '@assist/contracts';
import { linesAfter } from '../line-file.ts';
import { type ContactSource, SOURCE_CONTACTS, type SourceContact } from '../services/authentication/data-source.ts';

/**
 * A sample of another unit's records, on this machine only: one JSON object a line
 * (`{"key":"1","number":"…","contact":"village-met","on":"2026-11-20","where":"…"}`), lines are only added.
 * A line that is none is passed over. No file is no contacts.
 */
export const sampleFileSource = (file: string): ContactSource => ({
  name: 'sample-file',
  read: async (after) => {
    const { lines, next } = await linesAfter(file, after);
    return { contacts: lines.flatMap(contactOf), next };
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
