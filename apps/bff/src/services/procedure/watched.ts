import type { CivilDate } from '@assist/policy';
import { addMonths } from '@assist/policy';
import { CLOCK_RULES, WATCHED } from '@assist/policy-chongqing';
import { and, asc, eq, gt, gte, inArray, or, type SQL } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { procedureEvents, procedureRuns } from '../../db/schema.ts';
import { citations } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import type { ItemPerson } from '../queue/item-view.ts';
import type { Staff } from '../staff/who.ts';
import { runPersonPlace } from './record.ts';
import { seenBy } from './who.ts';

const PAGE = 50;
const e = procedureEvents;

/** 监测名单: who left, for two years, and who was not confirmed, as long. Who was watched first, first. @throws ServiceProblem `bad-request` */
export async function listWatched(ctx: Context, staff: Staff, cursor?: string) {
  const today = dayInShanghai(ctx.clock());
  const from = addMonths(today, -CLOCK_RULES.watchAfterLeaving.period.value);
  const rows = await ctx.db
    .select({ event: e, run: procedureRuns })
    .from(e)
    .innerJoin(procedureRuns, eq(procedureRuns.id, e.runId))
    .where(and(inArray(e.kind, ['watched', 'refused']), gte(e.happenedOn, from), seenBy(staff), ...(cursor ? [after(cursor)] : [])))
    .orderBy(asc(e.happenedOn), asc(e.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    items: page.map(({ event, run }) => {
      const why = event.kind === 'refused' ? ('refused' as const) : ('left' as const);
      const person = ctx.cipher.openJson<ItemPerson>(runPersonPlace(run.id), run.personSealed);
      return {
        runId: run.id,
        why,
        title: WATCHED[why].title,
        name: person.name,
        members: person.members,
        ...(run.number && { number: run.number }),
        since: event.happenedOn as CivilDate,
        until: addMonths(event.happenedOn as CivilDate, CLOCK_RULES[WATCHED[why].clock].period.value),
        clauses: citations(WATCHED[why].clauses),
      };
    }),
    next: rows.length > PAGE && last ? Buffer.from(`${last.event.happenedOn} ${last.event.id}`).toString('base64url') : null,
  };
}

function after(cursor: string): SQL {
  const [, on, id] = /^(\d{4}-\d{2}-\d{2}) ([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (!on || !id) throw new ServiceProblem('bad-request');
  return or(gt(e.happenedOn, on), and(eq(e.happenedOn, on), gt(e.id, id))) as SQL;
}
