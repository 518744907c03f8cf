import { and, count, desc, eq, inArray, isNull, or } from 'drizzle-orm';
import { applications, changes, drafts, files, itemNotes, messages, paymentLines, procedureRuns } from '../../db/schema.ts';
import { casesOfResident } from '../case-file/case-file-of.ts';
import type { Context } from '../context.ts';
import { isThere } from '../draft/row.ts';
import { accountsOfPerson } from '../identity/accounts-of-person.ts';
import type { Resident } from '../session/authenticate.ts';
import { type BesideThings, besideThings } from './beside.ts';

/** Ids of what belongs to this person: theirs by account, and the household's case once they are verified. */
export interface OwnThings extends BesideThings {
  readonly accounts: readonly string[];
  readonly applications: readonly string[];
  readonly changes: readonly string[];
  readonly files: readonly string[];
  readonly cases: readonly string[];
  readonly runs: readonly string[];
  /** Calls and visits that a clerk wrote down about any of it. */
  readonly notes: readonly string[];
  /** Payment lists with a line of this household. */
  readonly paymentLists: readonly string[];
  /** Of a verified person's number; what is only typed finds nothing. */
  readonly numberHash: Buffer | undefined;
}

const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map((row) => row.id);
const MOST = 500;

export async function ownThings(ctx: Context, who: Resident): Promise<OwnThings> {
  const accounts = await accountsOfPerson(ctx, who);
  const [sent, told, photos, cases] = await Promise.all([
    ctx.db.select({ id: applications.id }).from(applications).where(inArray(applications.accountId, accounts)).limit(MOST),
    ctx.db.select({ id: changes.id }).from(changes).where(inArray(changes.accountId, accounts)).limit(MOST),
    ctx.db.select({ id: files.id }).from(files).where(inArray(files.accountId, accounts)).orderBy(desc(files.receivedAt)).limit(MOST),
    casesOfResident(ctx, who),
  ]);
  const caseIds = cases.map(({ opened }) => opened.row.id);
  const [beside, ofCases, ofApplications, lists] = await Promise.all([
    besideThings(ctx, who, { accounts, cases: caseIds }),
    caseIds.length
      ? ctx.db.select({ id: procedureRuns.id }).from(procedureRuns).where(inArray(procedureRuns.caseId, caseIds)).limit(MOST)
      : [],
    sent.length
      ? ctx.db
          .select({ id: procedureRuns.id })
          .from(procedureRuns)
          .where(inArray(procedureRuns.applicationId, ids(sent)))
          .limit(MOST)
      : [],
    caseIds.length
      ? ctx.db.selectDistinct({ id: paymentLines.listId }).from(paymentLines).where(inArray(paymentLines.caseId, caseIds)).limit(MOST)
      : [],
  ]);
  const runs = [...new Set([...ids(ofCases), ...ids(ofApplications)])];
  return {
    accounts,
    applications: ids(sent),
    changes: ids(told),
    files: ids(photos),
    cases: caseIds,
    runs,
    notes: await notesAbout(ctx, { applications: ids(sent), changes: ids(told), runs }),
    paymentLists: ids(lists),
    numberHash: (who.account.identity === 'verified' && who.account.numberHash) || undefined,
    ...beside,
  };
}

async function notesAbout(ctx: Context, of: Pick<OwnThings, 'applications' | 'changes' | 'runs'>): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: itemNotes.id })
    .from(itemNotes)
    .where(
      or(
        inArray(itemNotes.applicationId, [...of.applications]),
        inArray(itemNotes.changeId, [...of.changes]),
        inArray(itemNotes.runId, [...of.runs]),
      ),
    )
    .limit(MOST);
  return ids(rows);
}

/** How much lies here that was not sent, and how many messages. */
export async function countLoose(ctx: Context, who: Resident): Promise<{ drafts: number; unsent: number; messages: number }> {
  const [[d], [f], [m]] = await Promise.all([
    ctx.db
      .select({ n: count() })
      .from(drafts)
      .where(and(eq(drafts.accountId, who.accountId), isThere(ctx))),
    ctx.db
      .select({ n: count() })
      .from(files)
      .where(and(eq(files.accountId, who.accountId), isNull(files.applicationId), isNull(files.subjectId))),
    ctx.db.select({ n: count() }).from(messages).where(eq(messages.accountId, who.accountId)),
  ]);
  return { drafts: d?.n ?? 0, unsent: f?.n ?? 0, messages: m?.n ?? 0 };
}
