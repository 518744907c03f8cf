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
