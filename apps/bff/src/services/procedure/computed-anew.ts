import { type CivilDate, type DivisionCode, yuanText } from '@assist/policy';
import { positionOf } from '@assist/policy-chongqing';
import { eq } from 'drizzle-orm';
import { caseFiles } from '../../db/schema.ts';
import { householdOf } from '../case-file/case-file-of.ts';
import { citations } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import type { RunRow } from './record.ts';

/** Procedures in which the household is computed anew before anything is concluded. */
const RECOUNTED: readonly string[] = ['after-death', 'after-absence'];

/**
 * Where the household stands by what is on record today, in one sentence for whoever concludes: how many count, the head, the estimate.
 * It is an estimate and moves nothing. Undefined elsewhere.
 */
export async function computedAnew(ctx: Context, run: RunRow, today: CivilDate): Promise<string | undefined> {
  if (!RECOUNTED.includes(run.procedure) || !run.caseId) return undefined;
  const [file] = await ctx.db.select().from(caseFiles).where(eq(caseFiles.id, run.caseId));
  if (!file) return undefined;
  const stands = positionOf({ ...householdOf(ctx, file), district: file.district as DivisionCode }, today);
  if (stands.state === 'nobody') return '重新核算：没有人算在内了。要不要停，另走停发程序。';
  if (stands.state === 'open') return '重新核算：册上的收入、人口还不全，算不出来，请先核实再写结论。';
  const sources = citations(stands.clauses).map((one) => one.label);
  return `重新核算（估算，${sources.join('；')}）：算 ${stands.people} 人，每人每月 ${yuanText(stands.perCapita)}，标准 ${yuanText(stands.standard)}，按差额每月 ${yuanText(stands.amount)}。`;
}
