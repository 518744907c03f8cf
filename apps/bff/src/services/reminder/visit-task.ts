import type { Paper } from '@assist/contracts';
import { and, count, eq, sql } from 'drizzle-orm';
import { accounts, applications, corrections, sends, workItems } from '../../db/schema.ts';
import { nameOf, numberHash, paperOf } from '../account/account.ts';
import { findInRegister, memberSubject, type Subject } from '../authentication/whom.ts';
import type { Context } from '../context.ts';
import { officeOf } from '../place/offices.ts';
import { ensureVisit, type VisitWhy } from '../visit/add.ts';
import type { ReminderRow } from './ground.ts';

/**
 * The end of the ladder: somebody goes there. The visit that stands for this person, or a new one in the township's queue.
 * @returns its id
 */
export async function visitTaskFor(tx: Context, row: ReminderRow): Promise<string> {
  const visitId = row.kind === 'visit-arranged' ? (row.subjectId as string) : await goThere(tx, row);
  if (!(await wasReached(tx, row))) await markBounced(tx, visitId);
  return visitId;
}

async function goThere(tx: Context, row: ReminderRow): Promise<string> {
  const whom =
    row.kind === 'authentication-due' ? await memberSubject(tx, row.caseId as string, row.memberId as string) : await applicant(tx, row);
  return (await ensureVisit(tx, { whom, why: await whyOf(tx, row) })).id;
}

const whyOf = async (tx: Context, row: ReminderRow): Promise<VisitWhy> => {
  if (!(await wasReached(tx, row))) return 'nobody-reached';
  return row.kind === 'authentication-due' ? 'authentication-due' : 'papers-unanswered';
};

/** Whether any message was delivered. */
async function wasReached(tx: Context, row: ReminderRow): Promise<boolean> {
  const [found] = await tx.db
    .select({ n: count() })
    .from(sends)
    .where(and(eq(sends.reminderId, row.id), eq(sends.state, 'delivered')));
  return (found?.n ?? 0) > 0;
}

/** A clerk sees on the item that nothing arrived. */
async function markBounced(tx: Context, visitId: string): Promise<void> {
  await tx.db
    .update(workItems)
    .set({ marks: sql`(select array_agg(distinct mark) from unnest(${workItems.marks} || array['bounced']) as mark)` })
    .where(and(eq(workItems.kind, 'visit'), eq(workItems.subjectId, visitId), eq(workItems.open, true)));
}

/** Who applied, of whom papers were asked. */
async function applicant(tx: Context, row: ReminderRow): Promise<Subject> {
  const [found] = await tx.db
    .select({ account: accounts, officeId: applications.officeId })
    .from(corrections)
    .innerJoin(applications, eq(applications.id, corrections.applicationId))
    .innerJoin(accounts, eq(accounts.id, applications.accountId))
    .where(eq(corrections.id, row.subjectId as string));
  if (!found) throw new Error('a round of corrections without its application');
  const paper: Paper = paperOf(tx, found.account) ?? { kind: 'none-yet', reason: '' };
  const hash = numberHash(tx, paper) ?? tx.hash.find('person-without-number', found.account.id);
  return {
    name: nameOf(tx, found.account) ?? '',
    paper,
    hash,
    inRegister: await findInRegister(tx, hash),
    office: await officeOf(tx, found.officeId),
    mayKnow: false,
  };
}
