import type { Round, RoundHousehold } from '@assist/contracts';
import { addDays, type CivilDate } from '@assist/policy';
import { LIFE_EVENTS } from '@assist/policy-chongqing';
import { and, asc, eq, inArray, isNull, lte, sql } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { visits } from '../../db/authentication.ts';
import { caseFiles, caseMembers, changes, procedureRuns } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { casesByIds, type OpenCase } from '../case-file/case-file-of.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import type { Resident } from '../session/authenticate.ts';
import { arrangedOf, askedOf, type VisitRow } from '../visit/sealed.ts';
import { type Rounder, rounderOf } from './rounder.ts';
import { tieView } from './tie.ts';

/** Nobody knocks at more doors in a day. Ours. */
const MOST = 60;
/** Somebody is invited so long before their day (as the reminders are). */
const SOON_DAYS = 30;

/**
 * 今天要去的: households of her own villages where a visit stands, somebody is to be met, a change is to be looked at or a review is
 * open. For a day without a network, so no more than is needed at a door; each household that was downloaded is on the audit record.
 * @throws ServiceProblem `forbidden`
 */
export async function todaysRound(ctx: Context, who: Resident): Promise<Round> {
  const rounder = await rounderOf(ctx, who);
  const day = dayInShanghai(ctx.clock());
  return inTransaction(ctx, async (tx) => {
    const found = await whatIsDue(tx, rounder, day);
    const cases = await casesByIds(tx, [...found.keys()]);
    const households = [...cases.values()]
      .map((opened) => householdOf(tx, opened, found.get(opened.row.id) as Due, rounder, day))
      .sort(byUrgency(day))
      .slice(0, MOST);
    const actor = { kind: 'staff', id: rounder.staffId } as const;
    for (const { caseId } of households)
      await record(tx, { actor, action: 'round-downloaded', object: ['case-file', caseId], officeId: rounder.officeId });
    return { tie: await tieView(tx, rounder), day, households };
  });
}

interface Due {
  visit?: VisitRow;
  readonly told: string[];
  readonly members: Map<string, CivilDate>;
  review: boolean;
}

async function whatIsDue(tx: Context, rounder: Rounder, day: CivilDate): Promise<Map<string, Due>> {
  if (rounder.villages.length === 0) return new Map();
  const mine = and(eq(caseFiles.officeId, rounder.officeId), inArray(caseFiles.village, [...rounder.villages]), isNull(caseFiles.endedOn));
  const inMine = (column: typeof visits.caseId | typeof changes.caseId | typeof procedureRuns.caseId) =>
    sql`${column} in (select ${caseFiles.id} from ${caseFiles} where ${mine})`;
  const [standing, members, told, reviews] = await Promise.all([
    tx.db
      .select()
      .from(visits)
      .where(and(inMine(visits.caseId), inArray(visits.state, ['asked', 'arranged', 'not-met'])))
      .orderBy(asc(visits.day), asc(visits.askedAt)),
    tx.db
      .select({ caseId: caseMembers.caseId, memberId: caseMembers.memberId, due: caseMembers.nextAuthentication })
      .from(caseMembers)
      .innerJoin(caseFiles, eq(caseFiles.id, caseMembers.caseId))
      .where(and(mine, isNull(caseMembers.leftOn), lte(caseMembers.nextAuthentication, addDays(day, SOON_DAYS))))
      .orderBy(asc(caseMembers.nextAuthentication))
      .limit(MOST * 4),
    tx.db
      .select({ caseId: changes.caseId, events: changes.events })
      .from(changes)
      .where(and(inMine(changes.caseId), inArray(changes.state, ['received', 'opened'])))
      .limit(MOST * 2),
    tx.db
      .select({ caseId: procedureRuns.caseId })
      .from(procedureRuns)
      .where(and(inMine(procedureRuns.caseId), eq(procedureRuns.procedure, 'review'), isNull(procedureRuns.endedOn)))
      .limit(MOST * 2),
  ]);
  const due = new Map<string, Due>();
  const at = (caseId: string): Due => {
    const known = due.get(caseId) ?? { told: [], members: new Map(), review: false };
    due.set(caseId, known);
    return known;
  };
  for (const visit of standing) if (visit.caseId) at(visit.caseId).visit ??= visit;
  for (const one of members) if (one.due) at(one.caseId).members.set(one.memberId, one.due as CivilDate);
  for (const one of told) if (one.caseId) at(one.caseId).told.push(...one.events.map(titleOf));
  for (const one of reviews) if (one.caseId) at(one.caseId).review = true;
  return due;
}

const titleOf = (event: string): string => LIFE_EVENTS.find((one) => one.id === event)?.title ?? '都没变';

function householdOf(ctx: Context, { row, members }: OpenCase, due: Due, rounder: Rounder, day: CivilDate): RoundHousehold {
  const { visit } = due;
  return {
    caseId: row.id,
    name: members[0]?.person.name ?? '',
    village: row.village ?? '',
    members: members.map(({ memberId, person }) => {
      const by = due.members.get(memberId);
      return { memberId, name: person.name, ...(by && { due: by }) };
    }),
    why: [
      ...(visit ? (['visit'] as const) : []),
      ...(due.members.size > 0 ? (['authentication'] as const) : []),
      ...(due.told.length > 0 ? (['change'] as const) : []),
      ...(due.review ? (['review'] as const) : []),
    ],
    ...(visit && { visit: visitOf(ctx, visit, rounder, day) }),
    told: [...new Set(due.told)],
  };
}

/** The code only to who was arranged to come, and only around that day: it is what tells her from a stranger. */
function visitOf(ctx: Context, row: VisitRow, rounder: Rounder, day: CivilDate): NonNullable<RoundHousehold['visit']> {
  const { address, phone, note } = askedOf(ctx, row);
  const arranged = row.state === 'arranged' ? arrangedOf(ctx, row) : undefined;
  const comes = arranged?.visitors.some((one) => one.includes(rounder.name)) && row.day === day;
  return {
    visitId: row.id,
    ...(row.day && { day: row.day as CivilDate }),
    ...(row.half && { half: row.half }),
    ...(address && { address }),
    ...(phone && { phone }),
    ...(note && { note }),
    ...(comes && arranged && { code: arranged.code }),
  };
}

/** Visits of today first, then those that stand, what was told, who is to be met soonest, reviews. */
const byUrgency =
  (day: CivilDate) =>
  (a: RoundHousehold, b: RoundHousehold): number =>
    rank(a, day) - rank(b, day) || soonest(a).localeCompare(soonest(b)) || a.caseId.localeCompare(b.caseId);
const rank = (one: RoundHousehold, day: CivilDate): number =>
  one.visit?.day === day ? 0 : one.visit ? 1 : one.told.length > 0 ? 2 : one.why.includes('authentication') ? 3 : 4;
const soonest = (one: RoundHousehold): string => one.members.flatMap((member) => member.due ?? []).sort()[0] ?? '9';
