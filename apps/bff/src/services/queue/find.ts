import { randomUUID } from 'node:crypto';
import type { Paper, WorkItemView } from '@assist/contracts';
import { and, desc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import {
  applicationPeople,
  applications,
  caseFiles,
  caseMembers,
  changes,
  personSearches,
  procedureRuns,
  workItems,
} from '../../db/schema.ts';
import { numberHash } from '../account/account.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Staff } from '../staff/who.ts';
import { workItemViews } from './item-view.ts';

const MOST = 50;
const t = workItems;

export type Looked = { readonly number: string } | { readonly paper: Paper; readonly reason: string };
export interface FoundItems {
  items: WorkItemView[];
  cases: { caseId: string; registerNumber: string }[];
}

/**
 * Finds items of this township, open or closed, by a receipt or register number, or by a person's paper: only a keyed hash is looked for,
 * with the reason on record. @throws ServiceProblem `form-invalid` (a paper without a number)
 */
export async function findItems(ctx: Context, staff: Staff, looked: Looked): Promise<FoundItems> {
  if ('number' in looked) return byNumber(ctx, staff, looked.number);
  const hash = numberHash(ctx, looked.paper);
  if (!hash) throw new ServiceProblem('form-invalid', { fields: [{ path: 'paper', sentence: '按人找，要写证件号。' }] });
  return inTransaction(ctx, async (tx) => {
    await searched(tx, staff, hash, looked.reason);
    return byPerson(tx, staff, hash);
  });
}

/** 杨家坪 261122-001-K, with or without the space, in any case. */
const tidy = (number: string): string =>
  number
    .trim()
    .toUpperCase()
    .replace(/\s+/g, '')
    .replace(/^(\D+)(\d{6}-)/, '$1 $2');

async function byNumber(ctx: Context, staff: Staff, written: string): Promise<FoundItems> {
  const number = tidy(written);
  const [sent, told, cases] = await Promise.all([
    ctx.db
      .select({ id: applications.id })
      .from(applications)
      .where(and(eq(applications.number, number), own(applications.officeId, staff))),
    ctx.db
      .select({ id: changes.id })
      .from(changes)
      .where(and(eq(changes.number, number), own(changes.officeId, staff))),
    ctx.db
      .select({ id: caseFiles.id, registerNumber: caseFiles.registerNumber })
      .from(caseFiles)
      .where(and(eq(caseFiles.registerNumber, written.trim()), own(caseFiles.officeId, staff), isNull(caseFiles.endedOn))),
  ]);
  return found(ctx, staff, { applications: sent.map(({ id }) => id), subjects: told.map(({ id }) => id), cases });
}

async function byPerson(tx: Context, staff: Staff, hash: Buffer): Promise<FoundItems> {
  const sent = await tx.db
    .select({ id: applicationPeople.applicationId })
    .from(applicationPeople)
    .where(and(eq(applicationPeople.numberHash, hash), own(applicationPeople.officeId, staff)));
  const told = await tx.db
    .select({ id: changes.id })
    .from(changes)
    .where(and(eq(changes.tellerNumberHash, hash), own(changes.officeId, staff)));
  const cases = await tx.db
    .select({ id: caseFiles.id, registerNumber: caseFiles.registerNumber })
    .from(caseMembers)
    .innerJoin(caseFiles, eq(caseFiles.id, caseMembers.caseId))
    .where(and(eq(caseMembers.numberHash, hash), own(caseFiles.officeId, staff), isNull(caseMembers.leftOn)));
  return found(tx, staff, { applications: sent.map(({ id }) => id), subjects: told.map(({ id }) => id), cases });
}

const own = (column: PgColumn, staff: Staff): SQL => eq(column, staff.officeId);

async function found(
  ctx: Context,
  staff: Staff,
  ids: { readonly applications: string[]; readonly subjects: string[]; readonly cases: { id: string; registerNumber: string }[] },
): Promise<FoundItems> {
  const caseIds = ids.cases.map(({ id }) => id);
  const runs = ids.applications.length
    ? await ctx.db
        .select({ id: procedureRuns.id })
        .from(procedureRuns)
        .where(and(inArray(procedureRuns.applicationId, ids.applications), eq(procedureRuns.officeId, staff.officeId)))
    : [];
  const subjects = [...ids.subjects, ...runs.map(({ id }) => id)];
  const any = [
    ...(ids.applications.length ? [inArray(t.applicationId, ids.applications)] : []),
    ...(subjects.length ? [inArray(t.subjectId, subjects)] : []),
    ...(caseIds.length ? [inArray(t.caseId, caseIds)] : []),
  ];
  const rows = any.length
    ? await ctx.db
        .select()
        .from(t)
        .where(and(eq(t.officeId, staff.officeId), or(...any)))
        .orderBy(sql`${t.open} desc`, desc(t.receivedAt))
        .limit(MOST)
    : [];
  return {
    items: await workItemViews(ctx, staff.officeId, rows),
    cases: ids.cases.map(({ id, registerNumber }) => ({ caseId: id, registerNumber })),
  };
}

async function searched(tx: Context, staff: Staff, hash: Buffer, reason: string): Promise<void> {
  const id = randomUUID();
  await tx.db.insert(personSearches).values({
    id,
    officeId: staff.officeId,
    staffId: staff.staffId,
    numberHash: hash,
    reasonSealed: tx.cipher.seal(`person-search:${id}`, reason),
    at: now(tx),
  });
  await record(tx, {
    actor: { kind: 'staff', id: staff.staffId },
    action: 'person-searched',
    object: ['person-search', id],
    officeId: staff.officeId,
  });
}
