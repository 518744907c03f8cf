import type { DraftRecord } from './draft-record.ts';
import type { TheirDraft } from './server-copy.ts';

interface Made {
  readonly newId: () => string;
  /** Milliseconds. */
  readonly now: () => number;
}

/** What the server has goes on here; an id that stands here for the same draft stays. */
export function taken(record: DraftRecord | undefined, theirs: TheirDraft, { newId, now }: Made): DraftRecord {
  const { draftId, form, beside, revision, savedAt, keptUntil } = theirs;
  const change = (record?.change ?? 0) + 1;
  return {
    applicationId: record?.draftId === draftId ? record.applicationId : newId(),
    draftId,
    form,
    beside,
    change,
    savedAt: now(),
    server: { revision, savedAt, keptUntil, change },
  };
}

/** Of two versions of one draft, or of two drafts, the person said which one goes on: the other is set aside, and can be taken back. */
export function settled(record: DraftRecord, theirs: TheirDraft, which: 'mine' | 'theirs', made: Made): DraftRecord {
  const { form, beside, revision, savedAt, keptUntil } = theirs;
  const other = taken(record, theirs, made);
  if (theirs.draftId !== record.draftId)
    return which === 'mine'
      ? goOnWith(record, { ...other, savedAt: Date.parse(savedAt) }, made.now())
      : goOnWith(other, record, made.now());
  if (which === 'theirs') return { ...other, setAside: { form: record.form, beside: record.beside, savedAt: record.savedAt } };
  const setAside = { form, beside, savedAt: Date.parse(savedAt) };
  return { ...record, setAside, server: { revision, savedAt, keptUntil, change: -1 } };
}

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
