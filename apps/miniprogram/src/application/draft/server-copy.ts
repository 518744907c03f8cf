import { type DraftForm, type DraftSummary, type Problem, residentApi } from '@assist/contracts';
import type { Client } from '../ports.ts';
import { same } from '../same.ts';
import { type Beside, type DraftRecord, fromServerForm, type ServerCopy, toServerForm } from './draft-record.ts';
import { withoutNumbers } from './kept-numbers.ts';
import { carryForward, type FormVersions } from './migrations.ts';

/** The draft as the server has it, read into the current version of the form. */
export interface TheirDraft {
  readonly draftId: string;
  readonly form: DraftForm;
  readonly beside: Beside;
  readonly revision: number;
  readonly savedAt: string;
  readonly keptUntil: string;
  /** It lies on this phone, and not at the server. */
  readonly here?: true;
}

export type SaveAnswer =
  | {
      readonly kind: 'saved';
      readonly copy: ServerCopy /** Members whose number the server does not have. */;
      readonly numbersMissing: readonly string[];
    }
  /** Another phone wrote it meanwhile, and says something else. */
  | { readonly kind: 'conflict'; readonly theirs: TheirDraft }
  | { readonly kind: 'newer-version' }
  /** The server has it under another account of theirs (one that was closed): it goes on under a new id. Another person's draft never gets here: it lies in their own drawer. */
  | { readonly kind: 'not-ours' }
  | { readonly kind: 'problem'; readonly problem: Problem };

/**
 * Which of the drafts at the server is looked at: this one where another phone wrote it meanwhile, the newest other one where this one was
 * never there.
 * @param isSettled what the person has here already, or sent
 */
export function wantedOf<Listed extends Pick<DraftSummary, 'draftId' | 'revision' | 'savedAt'>>(
  listed: readonly Listed[],
  record: DraftRecord | undefined,
  isSettled: (draftId: string) => boolean,
): Listed | undefined {
  const known = listed.find((one) => one.draftId === record?.draftId);
  if (known) return known.revision === record?.server?.revision ? undefined : known;
  if (record?.server) return undefined;
  const open = listed.filter((one) => !record?.declined?.includes(one.draftId) && !isSettled(one.draftId));
  return open.sort((a, b) => Date.parse(b.savedAt) - Date.parse(a.savedAt))[0];
}

/** Reads one draft of the server. */
export async function fetchDraft(
  call: Client,
  draftId: string,
  versions?: FormVersions,
): Promise<TheirDraft | { kind: 'newer-version' } | { kind: 'problem'; problem: Problem }> {
  const answer = await call(residentApi.draft, { params: { draftId } });
  if (!answer.ok) return { kind: 'problem', problem: answer.problem };
  const { form: stored, beside } = fromServerForm(answer.data.form);
  const form = carryForward({ ...stored, formVersion: answer.data.formVersion }, versions);
  if (!form) return { kind: 'newer-version' };
  const { revision, savedAt, keptUntil } = answer.data;
  return { draftId, form, beside, revision, savedAt, keptUntil };
}

const saysTheSame = (theirs: TheirDraft, mine: Pick<DraftRecord, 'form' | 'beside'>): boolean =>
  same(withoutNumbers(theirs.form), withoutNumbers(mine.form)) && same(theirs.beside, mine.beside);

/**
 * Saves a draft at the server. A conflict in which both say the same is none: it is the answer of an earlier save that got lost on the way.
 * @param lastSent what an unanswered save before this one carried
 */
export async function saveAtServer(
  call: Client,
  record: DraftRecord,
  lastSent?: Pick<DraftRecord, 'form' | 'beside'>,
  versions?: FormVersions,
): Promise<SaveAnswer> {
  const put = (baseRevision: number) =>
    call(residentApi.saveDraft, {
      params: { draftId: record.draftId },
      body: { formVersion: record.form.formVersion, baseRevision, form: toServerForm(record.form, record.beside) },
    });
  const saved = (a: {
    revision: number;
    savedAt: string;
    keptUntil: string;
    numbersMissing?: readonly string[] | undefined;
  }): SaveAnswer => ({
    kind: 'saved',
    numbersMissing: a.numbersMissing ?? [],
    copy: { revision: a.revision, savedAt: a.savedAt, keptUntil: a.keptUntil, change: record.change },
  });

  let answer = await put(record.server?.revision ?? 0);
  // The server's copy is gone (its 30 days were over): what lies on the phone starts a new one.
  if (!answer.ok && answer.problem.code === 'not-found' && record.server) answer = await put(0);
  if (answer.ok) return saved(answer.data);
  if (answer.problem.code === 'not-found') return { kind: 'not-ours' };
  if (answer.problem.code !== 'conflict') return { kind: 'problem', problem: answer.problem };

  const theirs = await fetchDraft(call, record.draftId, versions);
  if ('kind' in theirs) return theirs;
  const ours = saysTheSame(theirs, record);
  // A number comes back without its middle: whether it is the one that stands here is settled by saving it once more.
  if (ours && withoutNumbers(record.form) === record.form) return saved(theirs);
  if (!ours && (!lastSent || !saysTheSame(theirs, lastSent))) return { kind: 'conflict', theirs };
  const again = await put(theirs.revision);
  return again.ok ? saved(again.data) : { kind: 'problem', problem: again.problem };
}
