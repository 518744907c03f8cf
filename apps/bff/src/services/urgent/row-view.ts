import type { UrgentRow } from '@assist/contracts';
import { divisionName } from '@assist/places';
import type { DivisionCode } from '@assist/policy';
import { and, eq, gt, inArray } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { offices, staffAccounts, urgentSounds, workItems } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';
import { type CallRow, stateOf, toldOf } from './row.ts';

const KINDS = { illness: '住院大病', 'no-food-or-shelter': '断粮、没住处', disaster: '遭灾出事', other: '急事求助' } as const;
const MINUTE_MS = 60_000;

/** Calls as a list shows them, with one query a table. */
export async function urgentRows(ctx: Context, rows: readonly CallRow[]): Promise<UrgentRow[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const [items, names, sounds] = await Promise.all([
    ctx.db
      .select({ id: workItems.id, subjectId: workItems.subjectId })
      .from(workItems)
      .where(and(eq(workItems.kind, 'urgent'), inArray(workItems.subjectId, ids))),
    ctx.db
      .select({ id: offices.id, name: offices.name })
      .from(offices)
      .where(inArray(offices.id, [...new Set(rows.map((row) => row.officeId))])),
    ctx.db.select({ id: urgentSounds.callId, seconds: urgentSounds.seconds }).from(urgentSounds).where(inArray(urgentSounds.callId, ids)),
  ]);
  const claims = await ctx.db
    .select({ subjectId: workItems.subjectId, staffId: staffAccounts.id, name: staffAccounts.name })
    .from(workItems)
    .innerJoin(staffAccounts, eq(staffAccounts.id, workItems.claimedBy))
    .where(and(eq(workItems.kind, 'urgent'), inArray(workItems.subjectId, ids), gt(workItems.claimedUntil, now(ctx))));
  return rows.map((row) => {
    const told = toldOf(ctx, row);
    const claim = claims.find((one) => one.subjectId === row.id);
    const seconds = sounds.find((one) => one.id === row.id)?.seconds ?? row.soundSeconds;
    return {
      callId: row.id,
      workItemId: items.find((one) => one.subjectId === row.id)?.id ?? '',
      number: row.number,
      about: KINDS[row.kind ?? 'other'],
      place: [divisionName(told.divisionCode.slice(0, 9) as DivisionCode), told.where].filter(Boolean).join(' '),
      office: names.find((one) => one.id === row.officeId)?.name ?? '',
      ...(row.safe && { safe: row.safe }),
      ...(seconds && { soundSeconds: seconds }),
      state: stateOf(row),
      receivedAt: instantText(row.receivedAt),
      callBackBy: instantText(row.callBackBy),
      minutesLeft: Math.ceil((row.callBackBy.getTime() - ctx.clock()) / MINUTE_MS),
      ...(claim && { claimedBy: { staffId: claim.staffId, name: claim.name } }),
    };
  });
}
