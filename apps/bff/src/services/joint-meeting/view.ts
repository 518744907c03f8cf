import type { MeetingView } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { eq } from 'drizzle-orm';
import { type jointMeetings, procedureRuns } from '../../db/schema.ts';
import { alertPlace } from '../alert/sealed-places.ts';
import type { Context } from '../context.ts';
import { runPersonPlace } from '../procedure/record.ts';
import type { ItemPerson } from '../queue/item-view.ts';

export type MeetingRow = typeof jointMeetings.$inferSelect;

export interface MeetingRecord {
  readonly who: readonly string[];
  readonly decision: string;
}

export async function meetingView(ctx: Context, row: MeetingRow): Promise<MeetingView> {
  const [run] = await ctx.db.select().from(procedureRuns).where(eq(procedureRuns.id, row.runId));
  const held = row.recordSealed && ctx.cipher.openJson<MeetingRecord>(alertPlace.meetingRecord(row.id), row.recordSealed);
  return {
    meetingId: row.id,
    runId: row.runId,
    name: run ? ctx.cipher.openJson<ItemPerson>(runPersonPlace(run.id), run.personSealed).name : '',
    askedOn: row.askedOn as CivilDate,
    why: ctx.cipher.openText(alertPlace.meetingWhy(row.id), row.whySealed),
    ...(held && { held: { on: row.heldOn as CivilDate, who: [...held.who], decision: held.decision } }),
  };
}
