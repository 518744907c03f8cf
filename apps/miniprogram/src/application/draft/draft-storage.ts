import type { PhoneStorage } from '../ports.ts';
import type { DraftRecord } from './draft-record.ts';
import { carryForward, MIGRATIONS, type Migration } from './migrations.ts';

const KEY = 'draft';

export type StoredDraft = { readonly kind: 'none' } | { readonly kind: 'newer' } | { readonly kind: 'draft'; readonly record: DraftRecord };

/** The draft of this phone, carried forward to the current version of the form. */
export function readDraft(storage: PhoneStorage, migrations: readonly Migration[] = MIGRATIONS, target?: number): StoredDraft {
  const text = storage.read(KEY);
  if (text === undefined) return { kind: 'none' };
  const record = JSON.parse(text) as DraftRecord;
  const form = carryForward(record.form as unknown as Record<string, unknown>, migrations, target);
  return form ? { kind: 'draft', record: { ...record, form } } : { kind: 'newer' };
}

export const writeDraft = (storage: PhoneStorage, record: DraftRecord): Promise<boolean> => storage.write(KEY, JSON.stringify(record));

export const forgetDraft = (storage: PhoneStorage): void => storage.remove(KEY);
