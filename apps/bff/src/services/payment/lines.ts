import { setImmediate as breathe } from 'node:timers/promises';
import { inArray, sql } from 'drizzle-orm';
import { caseMembers } from '../../db/schema.ts';
import { type CasePerson, casePlace } from '../case-file/sealed-places.ts';
import type { Context } from '../context.ts';
import { firstDay } from './month.ts';

/** Whom a line pays, as it is written for the finance office. Sealed with the line. */
export interface Payee {
  readonly name: string;
  readonly paper?: string;
  readonly account?: string;
  readonly bank?: string;
}

export interface ComputedLine {
  readonly forMonth: string;
  readonly caseId: string;
  readonly kind: string;
  readonly memberId: string;
  readonly payeeId: string;
  readonly registerNumber: string;
  /** Fen. */
  readonly amount: number;
  readonly since: string;
  readonly taper: boolean;
  readonly payee: Payee;
}

type Owed = Omit<ComputedLine, 'payeeId' | 'payee'>;
interface OwedRow extends Record<string, unknown> {
  readonly for_month: string;
  readonly case_id: string;
  readonly kind: string;
  readonly member_id: string;
  readonly register_number: string;
  readonly amount: string;
  readonly since: string;
  readonly taper: boolean;
}

const AT_ONCE = 1000;

/**
 * What a township owes for a month, line by line: every benefit in force on the first of it (a decision counts from the first of the month
 * after, MCA57-21, so nothing begins or ends within a month; what the register ends within one is paid for that one), and what stood in
 * an earlier list and could not be paid. Tapers are benefits like others: their old amount is in force (JLP53-6-5d).
 * Whether somebody authenticated is not looked at, here or anywhere on the way.
 * @param tx sees everything: lists of the township that a household came from are looked at too; of each only whether it pays this month
 */
export async function linesFor(tx: Context, officeId: string, month: string, listId: string): Promise<ComputedLine[]> {
  const first = firstDay(month);
  const rows = await tx.db.execute<OwedRow>(sql`
    select ${month}::text as for_month, b.case_id, b.kind, b.member_id, c.register_number, b.amount, b.since::text as since,
      coalesce(${first}::date between c.taper_from and c.taper_until, false) as taper
    from (
      -- One of each benefit, the newest: where a register overlaps itself nobody is paid twice.
      select distinct on (case_id, kind, member_id) * from case_benefits
      where office_id = ${officeId} and since <= ${first}::date and (until is null or until >= ${first}::date)
        -- A household that came from another township is paid for the month by the one that had it frozen.
        and not exists (
          select from payment_lines o join payment_lists q on q.id = o.list_id
          where o.case_id = case_benefits.case_id and o.kind = case_benefits.kind and o.member_id = case_benefits.member_id
            and o.for_month = ${month}::text and q.office_id <> ${officeId} and q.state <> 'draft')
      order by case_id, kind, member_id, since desc
    ) b join case_files c on c.id = b.case_id
    where b.amount > 0
    union all
    select l.for_month, l.case_id, l.kind, l.member_id, l.register_number, l.amount, l.since::text, l.taper
    from payment_lines l join payment_lists p on p.id = l.list_id join case_files h on h.id = l.case_id and h.office_id = ${officeId}
    where (l.office_id = ${officeId} or l.case_id in (select m.case_id from case_moves m where m.to_office_id = ${officeId}))
      and l.state in ('no-account', 'bounced') and p.state <> 'draft' and p.month < ${month}::text
      and not exists (
        select from payment_lines o join payment_lists q on q.id = o.list_id
        where o.for_month = l.for_month and o.case_id = l.case_id and o.kind = l.kind and o.member_id = l.member_id
          and o.list_id <> ${listId}::uuid and q.month > p.month
      )`);
  const owed = [...rows].map(
    (row): Owed => ({
      forMonth: row.for_month,
      caseId: row.case_id,
      kind: row.kind,
      memberId: row.member_id,
      registerNumber: row.register_number,
      amount: Number(row.amount),
      since: row.since,
      taper: row.taper,
    }),
  );
  const lines: ComputedLine[] = [];
  for (let at = 0; at < owed.length; at += AT_ONCE) {
    lines.push(...(await withPayees(tx, owed.slice(at, at + AT_ONCE))));
    // Others have requests under way in this process.
    await breathe();
  }
  return lines.sort(inOrder);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const inOrder = (a: ComputedLine, b: ComputedLine): number =>
  compare(a.registerNumber, b.registerNumber) ||
  compare(a.caseId, b.caseId) ||
  compare(a.forMonth, b.forMonth) ||
  compare(a.kind, b.kind) ||
  compare(a.memberId, b.memberId);

/**
 * A benefit of one person goes to their account; a household's to its head, or to the first who is still there. Nobody else's account
 * is guessed at: without one on record the line stands without one.
 */
async function withPayees(tx: Context, owed: readonly Owed[]): Promise<ComputedLine[]> {
  const rows = await tx.db
    .select({
      caseId: caseMembers.caseId,
      memberId: caseMembers.memberId,
      personSealed: caseMembers.personSealed,
      bankSealed: caseMembers.bankSealed,
      leftOn: caseMembers.leftOn,
    })
    .from(caseMembers)
    .where(inArray(caseMembers.caseId, [...new Set(owed.map((one) => one.caseId))]));
  const byCase = new Map<string, typeof rows>();
  for (const row of rows) byCase.set(row.caseId, [...(byCase.get(row.caseId) ?? []), row]);
  return owed.map((one) => {
    const members = (byCase.get(one.caseId) ?? []).sort((a, b) => Number(a.memberId.slice(1)) - Number(b.memberId.slice(1)));
    const payee = members.find((row) => row.memberId === one.memberId) ?? members.find((row) => row.leftOn === null) ?? members[0];
    if (!payee) return { ...one, payeeId: one.memberId, payee: { name: '' } };
    const { caseId, memberId } = payee;
    const person = tx.cipher.openJson<CasePerson>(casePlace.person(caseId, memberId), payee.personSealed);
    const account = payee.bankSealed
      ? tx.cipher.openJson<{ account: string; bank?: string }>(casePlace.bank(caseId, memberId), payee.bankSealed)
      : undefined;
    return {
      ...one,
      payeeId: memberId,
      payee: { name: person.name, ...('number' in person.paper && { paper: person.paper.number }), ...account },
    };
  });
}
