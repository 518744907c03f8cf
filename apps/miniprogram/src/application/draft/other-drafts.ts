import type { PhoneStorage } from '../ports.ts';
import { same } from '../same.ts';
import { type DraftRecord, isEmpty, isOnServer } from './draft-record.ts';
import { readOtherRecords, writeOtherRecords } from './draft-storage.ts';
import type { FormVersions } from './migrations.ts';
import type { TheirDraft } from './server-copy.ts';

/** Drafts of the same person that lie on this phone beside the one that goes on: written before they had signed in, or before that. */
export interface OtherDrafts {
  /** The one that is to be settled next. */
  first(): DraftRecord | undefined;
  /** It was settled, or it goes on now. */
  done(): void;
  ids(): readonly string[];
  /** The person leaves this phone. */
  forget(): void;
}

export interface OtherDraftsOf {
  readonly storage: PhoneStorage;
  readonly record: DraftRecord | undefined;
  readonly versions?: FormVersions | undefined;
  readonly wasSent: (draftId: string) => boolean;
}

/** What says nothing, says the same, was sent or is wholly at the server under the same id is no question to anybody. */
export function openOtherDrafts({ storage, record, versions, wasSent }: OtherDraftsOf): OtherDrafts {
  const isQuestion = (one: DraftRecord): boolean =>
    !isEmpty(one.form) &&
    !wasSent(one.draftId) &&
    !(record && same([one.form, one.beside], [record.form, record.beside])) &&
    !(one.draftId === record?.draftId && isOnServer(one));
  let drafts = readOtherRecords(storage, versions).filter(isQuestion);
  return {
    first: () => drafts[0],
    done() {
      drafts = drafts.slice(1);
      writeOtherRecords(storage, drafts);
    },
    ids: () => drafts.map((one) => one.draftId),
    forget() {
      drafts = [];
      writeOtherRecords(storage, drafts);
    },
  };
}

/** As the question is put: it lies here and not at the server. */
export const asConflict = (one: DraftRecord): TheirDraft => ({
  draftId: one.draftId,
  form: one.form,
  beside: one.beside,
  revision: one.server?.revision ?? 0,
  savedAt: new Date(one.savedAt).toISOString(),
  keptUntil: one.server?.keptUntil ?? '',
  here: true,
});

const wholeAside = ({ form, beside, savedAt, draftId, applicationId, server }: DraftRecord): DraftRecord['setAside'] => ({
  form,
  beside,
  savedAt,
  own: { draftId, applicationId, ...(server && { server }) },
});

/** One of two whole drafts goes on, under its own ids; the other is set aside with its own. @param now milliseconds */
export function goOnWith(chosen: DraftRecord, aside: DraftRecord, now: number): DraftRecord {
  const declined = [...(chosen.declined ?? []), ...(aside.declined ?? []), aside.draftId].filter((id) => id !== chosen.draftId);
  const setAside = wholeAside(aside);
  return { ...chosen, change: chosen.change + 1, savedAt: now, declined: [...new Set(declined)], ...(setAside && { setAside }) };
}

/** Takes back what was set aside; what went on until now is set aside instead. @param now milliseconds */
export function swapped(record: DraftRecord, now: number): DraftRecord {
  const { setAside, ...mine } = record;
  if (!setAside) return record;
  const { form, beside, savedAt, own } = setAside;
  // It may have been written before more changes were counted here.
  if (own) return goOnWith({ form, beside, savedAt, change: record.change + 1, ...withServer(own) }, mine, now);
  return {
    ...record,
    form,
    beside,
    setAside: { form: record.form, beside: record.beside, savedAt: record.savedAt },
    change: record.change + 1,
    savedAt: now,
  };
}
const withServer = ({ server, ...ids }: NonNullable<NonNullable<DraftRecord['setAside']>['own']>) => ({
  ...ids,
  ...(server && { server: { ...server, change: -1 } }),
});
