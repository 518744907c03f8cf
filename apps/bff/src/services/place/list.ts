import type { PlaceOption } from '@assist/contracts';
import { districts, divisionName, townshipsOf } from '@assist/places';
import type { DivisionCode } from '@assist/policy';
import { eq } from 'drizzle-orm';
import { officeAreas, offices } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';

async function liveTownships(ctx: Context): Promise<Set<string>> {
  const rows = await ctx.db
    .select({ code: officeAreas.divisionCode })
    .from(officeAreas)
    .innerJoin(offices, eq(offices.id, officeAreas.officeId))
    .where(eq(offices.live, true));
  return new Set(rows.map((row) => row.code));
}

/** 区县. Live where at least one of its townships is. */
export async function listDistricts(ctx: Context): Promise<PlaceOption[]> {
  const live = new Set([...(await liveTownships(ctx))].map((code) => code.slice(0, 6)));
  return districts().map(({ code, name }) => ({ code, name, live: live.has(code) }));
}

/** 镇街 of a district. @throws ServiceProblem `not-found` */
export async function listTownships(ctx: Context, district: string): Promise<PlaceOption[]> {
  const code = district as DivisionCode;
  const townships = townshipsOf(code);
  if (townships.length === 0 || divisionName(code) === undefined) throw new ServiceProblem('not-found');
  const live = await liveTownships(ctx);
  return townships.map((one) => ({ ...one, live: live.has(one.code) }));
}
