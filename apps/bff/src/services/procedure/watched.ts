import type { CivilDate } from '@assist/policy';
import { addMonths } from '@assist/policy';
import { CLOCK_RULES, WATCHED } from '@assist/policy-chongqing';
import { inArray, type SQL, sql } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { procedureRuns } from '../../db/schema.ts';
import { citations } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import type { ItemPerson } from '../queue/item-view.ts';
import type { Staff } from '../staff/who.ts';
import { runPersonPlace } from './record.ts';

const PAGE = 50;
/** A matter that waits for the joint meeting is on the list until it was held. */
const COMPLEX = { title: '等联席会议一事一议的', clauses: ['YMF12-7d', 'YM239-2-4d', 'YMF12-14c'] } as const;

interface Row {
  readonly id: string;
  readonly run_id: string;
  readonly why: 'left' | 'refused' | 'at-risk' | 'complex';
  readonly since: CivilDate;
}

/**
 * 监测名单: who left, for two years, and who was not confirmed, as long; who is at risk, until an officer ends it; what waits for the
 * joint meeting, until it was held. Who was watched first, first. Nobody on it receives less for being on it.
 * @throws ServiceProblem `bad-request`
 */
export async function listWatched(ctx: Context, staff: Staff, cursor?: string) {
  const today = dayInShanghai(ctx.clock());
  const from = addMonths(today, -CLOCK_RULES.watchAfterLeaving.period.value);
  const seen = (of: 'r' | 'w' | 'm') =>
    staff.role === 'confirmer' ? sql`${sql.raw(of)}.district = ${staff.district ?? ''}` : sql`${sql.raw(of)}.office_id = ${staff.officeId}`;
  const rows = (await ctx.db.execute(sql`
    select * from (
      select e.id, e.run_id, case e.kind when 'refused' then 'refused' else 'left' end as why, e.happened_on::text as since
        from procedure_events e join procedure_runs r on r.id = e.run_id
        where e.kind in ('watched', 'refused') and e.happened_on >= ${from}::date and ${seen('r')}
      union all
      select w.id, w.run_id, 'at-risk', w.since::text from watched_households w join procedure_runs r on r.id = w.run_id
        where w.ended_on is null and ${seen('w')} and ${seen('r')}
      union all
      select m.id, m.run_id, 'complex', m.asked_on::text from joint_meetings m join procedure_runs r on r.id = m.run_id
        where m.held_on is null and ${seen('m')} and ${seen('r')}
    ) one ${cursor ? after(cursor) : sql``}
    order by since, id limit ${PAGE + 1}`)) as unknown as readonly Row[];
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  const runs = await ctx.db
    .select()
    .from(procedureRuns)
    .where(inArray(procedureRuns.id, [...new Set(page.map((one) => one.run_id)), '00000000-0000-0000-0000-000000000000']));
  const byId = new Map(runs.map((run) => [run.id, run]));
  return {
    items: page.flatMap(({ id, run_id: runId, why, since }) => {
      const run = byId.get(runId);
      if (!run) return [];
      const kind = why === 'complex' ? COMPLEX : WATCHED[why];
      const clock = why === 'complex' ? undefined : WATCHED[why].clock;
      const person = ctx.cipher.openJson<ItemPerson>(runPersonPlace(run.id), run.personSealed);
      return [
        {
          runId,
          why,
          title: kind.title,
          name: person.name,
          members: person.members,
          ...(run.number && { number: run.number }),
          since,
          ...(clock && { until: addMonths(since, CLOCK_RULES[clock].period.value) }),
          ...(why === 'complex' && { meetingId: id }),
          clauses: citations(kind.clauses),
        },
      ];
    }),
    next: rows.length > PAGE && last ? Buffer.from(`${last.since} ${last.id}`).toString('base64url') : null,
  };
}

function after(cursor: string): SQL {
  const [, on, id] = /^(\d{4}-\d{2}-\d{2}) ([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (!on || !id) throw new ServiceProblem('bad-request');
  return sql`where (since, id) > (${on}, ${id}::uuid)`;
}
