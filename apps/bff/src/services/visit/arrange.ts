import type { VisitPlace, VisitView } from '@assist/contracts';
import { addDays, type CivilDate } from '@assist/policy';
import { and, eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { visits } from '../../db/authentication.ts';
import { accounts, workItems } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { addCaseEvent } from '../case-file/add-event.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { tellAccount } from '../message/tell.ts';
import { officeOf } from '../place/offices.ts';
import { ServiceProblem } from '../problem.ts';
import { withoutClockMarks } from '../queue/clock-marks.ts';
import { lockSubjectItem } from '../queue/lock-subject.ts';
import { issueRealityCode } from '../reality-code/issue.ts';
import { withdrawVisitorCodes } from '../reality-code/withdraw.ts';
import { startReminder } from '../reminder/start.ts';
import type { Staff } from '../staff/who.ts';
import { type Arranged, arrangedOf, personOfVisit, type VisitRow, visitPlace } from './sealed.ts';
import { visitView } from './view.ts';

/** No visit is fixed further ahead: nobody remembers it. Ours. */
const MOST_DAYS_AHEAD = 60;

export interface Arrangement {
  readonly day: CivilDate;
  readonly half: 'morning' | 'afternoon';
  readonly where: VisitPlace;
  readonly visitors: readonly string[];
}

/**
 * 定下哪天、谁去. The person is told with a code that the visitor shows too. Another day is another code; the same again is the same.
 * @throws ServiceProblem `not-found`, `conflict`, `forbidden`, `state-changed` once it was made or called off, `form-invalid`
 */
export async function arrangeVisit(ctx: Context, staff: Staff, visitId: string, arrangement: Arrangement): Promise<VisitView> {
  const row = await inTransaction(ctx, async (tx) => {
    const item = await lockSubjectItem(tx, staff, 'visit', { subjectId: visitId });
    const visit = await lockVisit(tx, visitId);
    if (visit.state === 'done' || visit.state === 'cancelled') throw new ServiceProblem('state-changed');
    if (isSame(visit, arrangedOf(tx, visit), arrangement)) return visit;
    checkDay(tx, arrangement.day);
    const { day, half, where, visitors } = arrangement;
    await withdrawVisitorCodes(tx, visitId);
    const code = await issueRealityCode(tx, { kind: 'visitor', officeId: visit.officeId, day, half, visitors, subjectId: visitId });
    const [arranged] = await tx.db
      .update(visits)
      .set({
        state: 'arranged',
        day,
        half,
        place: where,
        arrangedSealed: tx.cipher.sealJson(visitPlace.arranged(visitId), { visitors, code } satisfies Arranged),
      })
      .where(eq(visits.id, visitId))
      .returning();
    if (!arranged) throw new Error('a visit that was there is gone');
    await tx.db
      .update(workItems)
      .set({ state: 'arranged', stepDue: day, stepProvisional: false, marks: withoutClockMarks })
      .where(eq(workItems.id, item.id));
    const actor = { kind: 'staff', id: staff.staffId } as const;
    await record(tx, { actor, action: 'visit-arranged', object: ['visit', visitId], officeId: staff.officeId });
    const { caseId, memberId, officeId } = visit;
    if (caseId && memberId) await addCaseEvent(tx, { caseId, officeId, kind: 'visit-arranged', actor, memberId, subjectId: visitId });
    await tell(tx, arranged, arrangement);
    return arranged;
  });
  return visitView(ctx, row);
}

/** The visit, held until the transaction ends. @throws ServiceProblem `not-found` */
export async function lockVisit(tx: Context, visitId: string): Promise<VisitRow> {
  const [row] = await tx.db.select().from(visits).where(eq(visits.id, visitId)).for('update');
  if (!row) throw new ServiceProblem('not-found');
  return row;
}

const isSame = (row: VisitRow, arranged: Arranged | undefined, { day, half, where, visitors }: Arrangement): boolean =>
  row.state === 'arranged' &&
  row.day === day &&
  row.half === half &&
  row.place === where &&
  arranged?.visitors.join('\n') === visitors.join('\n');

function checkDay(tx: Context, day: CivilDate): void {
  const today = dayInShanghai(tx.clock());
  const sentence = day < today ? '这一天已经过了' : day > addDays(today, MOST_DAYS_AHEAD) ? '太远了，请定在两个月以内' : undefined;
  if (sentence) throw new ServiceProblem('form-invalid', { fields: [{ path: 'day', sentence }] });
}

/** Whoever asked, and the person on their own verified account; who has none by the phone of the visit or the register. */
async function tell(tx: Context, row: VisitRow, { day, half, where, visitors }: Arrangement): Promise<void> {
  const own = await tx.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.numberHash, row.personHash), eq(accounts.identity, 'verified')));
  const office = await officeOf(tx, row.officeId);
  const told = new Set([...(row.accountId ? [row.accountId] : []), ...own.map((one) => one.id)]);
  if (told.size === 0) await startReminder(tx, { kind: 'visit-arranged', officeId: row.officeId, subjectId: row.id });
  for (const accountId of told)
    await tellAccount(tx, {
      accountId,
      kind: 'visit-arranged',
      params: { office: office.name, who: personOfVisit(tx, row).name, day, half, where, visitors },
      subject: { kind: 'visit', id: row.id },
      officeId: row.officeId,
    });
}
