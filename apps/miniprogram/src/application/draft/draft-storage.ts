import type { PhoneStorage } from '../ports.ts';
import type { DraftRecord } from './draft-record.ts';
import { CURRENT, carryForward, type FormVersions } from './migrations.ts';

const KEY = 'draft';
const OTHERS = 'draft.others';

export type StoredDraft = { readonly kind: 'none' } | { readonly kind: 'newer' } | { readonly kind: 'draft'; readonly record: DraftRecord };

type Carried = { readonly kind: 'newer' } | { readonly kind: 'draft'; readonly record: DraftRecord };

/** The draft of this phone, carried forward to the current version of the form. */
export function readDraft(storage: PhoneStorage, versions: FormVersions = CURRENT): StoredDraft {
  const text = storage.read(KEY);
  if (text === undefined) return { kind: 'none' };
  return carriedForward(JSON.parse(text) as DraftRecord, versions);
}

function carriedForward(record: DraftRecord, versions: FormVersions): Carried {
  const carried = (form: unknown) => carryForward(form as Record<string, unknown>, versions);
  const form = carried(record.form);
  if (!form) return { kind: 'newer' };
  // The other version of a settled conflict comes along, too.
  const aside = record.setAside && carried(record.setAside.form);
  const { setAside, ...rest } = record;
  return { kind: 'draft', record: { ...rest, form, ...(setAside && aside && { setAside: { ...setAside, form: aside } }) } };
}

export const writeDraft = (storage: PhoneStorage, record: DraftRecord): Promise<boolean> => storage.write(KEY, JSON.stringify(record));

export const forgetDraft = (storage: PhoneStorage): void => storage.remove(KEY);

/** Other drafts of the same person on this phone (`join/`). */
export const readOtherRecords = (storage: PhoneStorage, versions: FormVersions = CURRENT): readonly DraftRecord[] =>
  (JSON.parse(storage.read(OTHERS) ?? '[]') as readonly DraftRecord[]).flatMap((one) => {
    const carried = carriedForward(one, versions);
    return carried.kind === 'draft' ? [carried.record] : [];
  });

export function writeOtherRecords(storage: PhoneStorage, records: readonly DraftRecord[]): void {
  if (records.length > 0) void storage.write(OTHERS, JSON.stringify(records));
  else storage.remove(OTHERS);
}
