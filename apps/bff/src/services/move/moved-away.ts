import { dateText } from '@assist/policy';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { caseMoveIds, caseMoves } from '../../db/schema.ts';
import { citations } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { officeOf } from '../place/offices.ts';
import { ServiceProblem } from '../problem.ts';
import { beyondTownship, idsKeptFromHer } from '../staff/scope.ts';
import type { Staff } from '../staff/who.ts';

/** What Postgres says where somebody writes to what left her township meanwhile. */
const GONE: readonly string[] = ['AS004', '42501'];
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const codeOf = (problem: unknown): string | undefined => {
  const { code, cause } = (problem ?? {}) as { code?: unknown; cause?: unknown };
  return typeof code === 'string' ? code : cause === undefined ? undefined : codeOf(cause);
};

/**
 * What somebody of a township is told who asks for what was hers: when it went and where, instead of "not found". What goes by other
 * reasons stays what it was. The name of the township is all that is said.
 */
export async function insteadOfNotFound(ctx: Context, staff: Staff, asked: readonly unknown[], problem: unknown): Promise<unknown> {
  const isGone = problem instanceof ServiceProblem ? problem.code === 'not-found' : GONE.includes(codeOf(problem) ?? '');
  if (!isGone) return problem;
  const said = asked.flatMap((one) => Object.values((one ?? {}) as Record<string, unknown>));
  const ids = said.filter((one): one is string => typeof one === 'string' && ID.test(one));
  if (ids.length === 0) return problem;
  const beyond = beyondTownship(ctx);
  const [move] = await beyond.db
    .select({ at: caseMoves.movedAt, to: caseMoves.toOfficeId })
    .from(caseMoves)
    .innerJoin(caseMoveIds, eq(caseMoveIds.moveId, caseMoves.id))
    .where(and(eq(caseMoves.fromOfficeId, staff.officeId), inArray(caseMoveIds.id, ids)))
    .orderBy(desc(caseMoves.movedAt))
    .limit(1);
  if (!move || move.to === staff.officeId) return unlessKept(ctx, staff, ids, problem);
  const { name } = await officeOf(beyond, move.to);
  const sentence = `这一户搬家了，${dateText(dayInShanghai(move.at.getTime()))}转到${name}办，正在办的也带过去了，请那边接着办。依据：${citations(['YM239-2-1'])[0]?.label}。`;
  return new ServiceProblem('moved-away', { fields: [{ path: 'office', sentence }] });
}

/** A new thing under an id that is kept from her for a relative's sake: the database refuses it, and to her that id is nobody's. */
async function unlessKept(ctx: Context, staff: Staff, ids: readonly string[], problem: unknown): Promise<unknown> {
  if (problem instanceof ServiceProblem || !staff.related) return problem;
  const kept = new Set(await idsKeptFromHer(ctx, staff));
  return ids.some((id) => kept.has(id)) ? new ServiceProblem('not-found') : problem;
}
