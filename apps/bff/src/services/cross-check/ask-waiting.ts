import type { CivilDate } from '@assist/policy';
import { type CheckItem, CLOCK_RULES, runClock } from '@assist/policy-chongqing';
import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { crossCheckPeople, crossCheckQuestions, crossChecks, procedureRuns } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { authorisedMembers } from './authorised.ts';
import { endWhereAnswered } from './end.ts';
import { type CheckedPerson, checkPlace } from './sealed-places.ts';
import type { CheckReply } from './source.ts';

export type QuestionRow = typeof crossCheckQuestions.$inferSelect;

/** At once: a source is slow, and the database is not held while one answers. */
const AT_ONCE = 16;
const MOST_A_RUN = 320;
const MINUTE_MS = 60_000;
/** A source that takes longer is asked again later. */
export const WAIT_MS = 10_000;
/** Longer than any answer is waited for: whoever asked was killed. */
const KILLED_AFTER_MS = 10 * MINUTE_MS;
/** Between two asks, at most. */
const LONGEST_PAUSE_MINUTES = 6 * 60;

/** Asks what waits. Several workers never ask the same; a source that is slow or silent holds up no other. @returns how many were asked */
export async function askWaitingChecks(ctx: Context): Promise<number> {
  let all = 0;
  while (all < MOST_A_RUN) {
    const taken = await takeSome(ctx);
    await Promise.all(taken.map((row) => askOne(ctx, row)));
    all += taken.length;
    if (taken.length < AT_ONCE) break;
  }
  return all;
}

/** Taken before anything goes out: whoever is killed in between leaves a trace that is found later. */
const takeSome = (ctx: Context): Promise<QuestionRow[]> =>
  inTransaction(ctx, async (tx) => {
    const at = now(tx);
    const rows = await tx.db
      .select()
      .from(crossCheckQuestions)
      .where(and(eq(crossCheckQuestions.state, 'waiting'), lte(crossCheckQuestions.runAt, at)))
      .orderBy(asc(crossCheckQuestions.runAt), asc(crossCheckQuestions.id))
      .limit(AT_ONCE)
      .for('update', { skipLocked: true });
    const taken: QuestionRow[] = [];
    for (const row of rows) {
      // A signature that was taken back since is none.
      if (!(await standsSigned(tx, row))) {
        await tx.db.update(crossCheckQuestions).set({ state: 'not-asked', why: 'withdrawn' }).where(eq(crossCheckQuestions.id, row.id));
        continue;
      }
      const [one] = await tx.db
        .update(crossCheckQuestions)
        .set({ state: 'asking', askingSince: at, tries: row.tries + 1, firstAskedAt: row.firstAskedAt ?? at })
        .where(eq(crossCheckQuestions.id, row.id))
        .returning();
      if (one) taken.push(one);
    }
    return taken;
  });

async function standsSigned(tx: Context, row: QuestionRow): Promise<boolean> {
  const [found] = await tx.db
    .select({ run: procedureRuns })
    .from(crossChecks)
    .innerJoin(procedureRuns, eq(procedureRuns.id, crossChecks.runId))
    .where(eq(crossChecks.id, row.checkId));
  return found !== undefined && (await authorisedMembers(tx, found.run)).has(row.memberId);
}

async function askOne(ctx: Context, row: QuestionRow): Promise<void> {
  const reply = await replyTo(ctx, row);
  await inTransaction(ctx, (tx) => settleQuestion(tx, row.id, reply));
}

/** What the source says; `later` also where it takes too long or fails. Nothing of it reaches a log. */
async function replyTo(ctx: Context, row: QuestionRow): Promise<CheckReply> {
  const source = ctx.checkSources.find((one) => one.name === row.source);
  const [person] = await ctx.db
    .select()
    .from(crossCheckPeople)
    .where(and(eq(crossCheckPeople.checkId, row.checkId), eq(crossCheckPeople.memberId, row.memberId)));
  const who = person && ctx.cipher.openJson<CheckedPerson>(checkPlace.person(row.checkId, row.memberId), person.personSealed);
  if (!source || !who?.number || !person?.authorisedOn) return { kind: 'later' };
  const question = {
    key: row.id,
    item: row.item as CheckItem,
    person: { name: who.name, number: who.number },
    authorisedOn: person.authorisedOn as CivilDate,
  };
  const signal = AbortSignal.timeout(WAIT_MS);
  const tooLong = new Promise<CheckReply>((resolve) => {
    signal.addEventListener('abort', () => resolve({ kind: 'later' }), { once: true });
  });
  return Promise.race([source.ask(question, signal).catch((): CheckReply => ({ kind: 'later' })), tooLong]);
}

/** Puts an answer on record, once: a second one to the same question changes nothing. */
async function settleQuestion(tx: Context, questionId: string, reply: CheckReply): Promise<void> {
  // The run first, as every step of it does: an officer who ends the check holds the run and then comes to its questions.
  await tx.db.execute(sql`select from procedure_runs where id =
    (select c.run_id from cross_checks c join cross_check_questions q on q.check_id = c.id where q.id = ${questionId}::uuid) for update`);
  const [row] = await tx.db.select().from(crossCheckQuestions).where(eq(crossCheckQuestions.id, questionId)).for('update');
  if (row?.state !== 'asking') return;
  const today = dayInShanghai(tx.clock());
  if (reply.kind === 'answer' && reply.on <= today) {
    await tx.db
      .update(crossCheckQuestions)
      .set({
        state: 'answered',
        askingSince: null,
        answeredOn: reply.on,
        answeredAt: now(tx),
        answerSealed: tx.cipher.sealJson(checkPlace.answer(questionId), reply.lines),
      })
      .where(eq(crossCheckQuestions.id, questionId));
    await record(tx, {
      actor: { kind: 'system' },
      action: 'check-answered',
      object: ['check-question', questionId],
      officeId: row.officeId,
    });
    return endWhereAnswered(tx, row.checkId);
  }
  const since = dayInShanghai((row.firstAskedAt ?? now(tx)).getTime());
  if (runClock(CLOCK_RULES.checkSilent, since, tx.calendar).by < today) {
    await tx.db.update(crossCheckQuestions).set({ state: 'silent', askingSince: null }).where(eq(crossCheckQuestions.id, questionId));
    await record(tx, { actor: { kind: 'system' }, action: 'check-silent', object: ['check-question', questionId], officeId: row.officeId });
    return;
  }
  const minutes = Math.min(2 ** Math.min(row.tries, 16), LONGEST_PAUSE_MINUTES);
  await tx.db
    .update(crossCheckQuestions)
    .set({ state: 'waiting', askingSince: null, runAt: new Date(tx.clock() + minutes * MINUTE_MS) })
    .where(eq(crossCheckQuestions.id, questionId));
}

/** What a killed worker left is asked again with the same key, which a source takes once. @returns how many */
export const takeUpKilledChecks = (ctx: Context): Promise<number> =>
  inTransaction(ctx, async (tx) => {
    const rows = await tx.db
      .select({ id: crossCheckQuestions.id })
      .from(crossCheckQuestions)
      .where(and(eq(crossCheckQuestions.state, 'asking'), lte(crossCheckQuestions.askingSince, new Date(tx.clock() - KILLED_AFTER_MS))))
      .limit(500)
      .for('update', { skipLocked: true });
    if (rows.length === 0) return 0;
    const ids = rows.map((row) => row.id);
    await tx.db
      .update(crossCheckQuestions)
      .set({ state: 'waiting', askingSince: null, runAt: now(tx) })
      .where(inArray(crossCheckQuestions.id, ids));
    return rows.length;
  });
