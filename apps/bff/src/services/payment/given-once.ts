import type { OneTimePaymentView } from '@assist/contracts';
import type { CivilDate, Fen } from '@assist/policy';
import { procedure } from '@assist/policy-chongqing';
import { and, asc, desc, eq, gte, inArray, lt } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { oneTimePayments, procedureRuns, staffAccounts } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import type { Staff } from '../staff/who.ts';
import { oncePlace } from './give-once.ts';
import { firstDay, monthsLater } from './month.ts';

const MOST = 500;

/** What a township, or the townships of a district, gave once in a month, the newest first. Names are in it: the look is on record. */
export async function givenOnce(ctx: Context, staff: Staff, month: string): Promise<OneTimePaymentView[]> {
  const t = oneTimePayments;
  const mine = staff.role === 'confirmer' ? eq(t.district, staff.district ?? '') : eq(t.officeId, staff.officeId);
  const rows = await ctx.db
    .select({ row: t, endedOn: procedureRuns.endedOn })
    .from(t)
    .innerJoin(procedureRuns, eq(procedureRuns.id, t.runId))
    .where(and(mine, gte(t.givenOn, firstDay(month)), lt(t.givenOn, firstDay(monthsLater(month, 1)))))
    .orderBy(desc(t.givenOn), asc(t.id))
    .limit(MOST);
  await record(ctx, {
    actor: { kind: 'staff', id: staff.staffId },
    action: 'payments-read',
    object: ['payments-once', month],
    officeId: staff.officeId,
  });
  const people = [...new Set(rows.flatMap(({ row }) => [row.givenBy, row.seenBy ?? []].flat()))];
  const names = people.length
    ? await ctx.db.select({ id: staffAccounts.id, name: staffAccounts.name }).from(staffAccounts).where(inArray(staffAccounts.id, people))
    : [];
  const nameOf = (id: string) => names.find((one) => one.id === id)?.name ?? '';
  return rows.map(({ row, endedOn }) => ({
    paymentId: row.id,
    runId: row.runId,
    kind: row.kind,
    title: procedure(row.kind === 'small-sum' ? 'small-sum-first' : 'temporary')?.title ?? '',
    name: ctx.cipher.openJson<{ name: string }>(oncePlace(row.id), row.payeeSealed).name,
    ...(row.number && { number: row.number }),
    amount: row.amount as Fen,
    on: row.givenOn as CivilDate,
    given: { at: instantText(row.givenAt), who: nameOf(row.givenBy) },
    ...(row.seenBy && row.seenAt && { seen: { at: instantText(row.seenAt), who: nameOf(row.seenBy) } }),
    settled: endedOn !== null,
    ...(row.caseId && { caseId: row.caseId }),
  }));
}
