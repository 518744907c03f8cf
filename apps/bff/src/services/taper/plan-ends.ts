import { randomUUID } from 'node:crypto';
import { addDays, type CivilDate } from '@assist/policy';
import { sql } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import type { Context } from '../context.ts';
import { openDue } from '../procedure/open-due.ts';

/** As early as the household is told of it. */
const BEFORE_DAYS = 30;

/**
 * A taper that came with the district's register has nobody's run: thirty days before its end it gets one, so that it stands in the queue
 * and the household is told, as with those that began here. Once for each taper, whatever runs twice.
 * @returns ids of the households whose taper's end could not be put in the queue, and why
 */
export function planTaperEnds(ctx: Context): Promise<string[]> {
  const today = dayInShanghai(ctx.clock());
  return openDue(
    ctx,
    sql`c.taper_until is not null and c.taper_until <= ${addDays(today, BEFORE_DAYS)}::date
      and not exists (select from procedure_runs r where r.case_id = c.id and r.procedure = 'taper'
        and (r.ended_on is null or r.ended_on >= c.taper_from))`,
    sql`c.taper_until, c.id`,
    ({ row, members }) => {
      // The earlier of both: a run does not begin in the future.
      const began = [row.taperFrom as CivilDate, today].sort()[0] as CivilDate;
      const by = { role: 'township', actor: { kind: 'system' } } as const;
      return {
        runId: randomUUID(),
        officeId: row.officeId,
        district: row.district,
        procedure: 'taper',
        openedOn: began,
        caseId: row.id,
        person: { name: members[0]?.person.name ?? '', members: row.members },
        number: row.registerNumber,
        first: [
          { event: { kind: 'opened' }, on: began, ...by },
          { event: { kind: 'takes-effect', reason: '在册名单上写着的渐退期' }, on: began, ...by },
        ],
      };
    },
  );
}
