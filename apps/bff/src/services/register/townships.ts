import { divisionName, fullName } from '@assist/places';
import type { DivisionCode } from '@assist/policy';
import { eq } from 'drizzle-orm';
import { officeAreas, offices } from '../../db/schema.ts';
import type { Context } from '../context.ts';

export interface Township {
  readonly officeId: string;
  readonly officeName: string;
  readonly live: boolean;
  readonly district: DivisionCode;
}

/** Finds the office that handles a township by what a register calls it. */
export interface Townships {
  /** @returns undefined for nobody knows it, `several` where two districts have one of that name and none was said */
  find(text: string): Township | 'several' | undefined;
}

/**
 * Townships by code, by name with the district, and by name alone. A township that was merged into another leads to whoever handles it now.
 * @param district of who sends it, whose townships come first
 */
export async function townships(ctx: Context, district?: DivisionCode): Promise<Townships> {
  const rows = await ctx.db
    .select({ code: officeAreas.divisionCode, officeId: offices.id, officeName: offices.name, live: offices.live })
    .from(officeAreas)
    .innerJoin(offices, eq(offices.id, officeAreas.officeId));
  const exact = new Map<string, Township>();
  const byName = new Map<string, Township[]>();
  for (const { code, ...office } of rows) {
    const township = { ...office, district: code.slice(0, 6) as DivisionCode };
    exact.set(code, township);
    const whole = fullName(code as DivisionCode);
    if (whole) exact.set(whole, township);
    const name = divisionName(code as DivisionCode);
    if (name) byName.set(name, [...(byName.get(name) ?? []), township]);
  }
  return {
    find(text) {
      const found = exact.get(text);
      if (found) return found;
      const called = byName.get(text) ?? [];
      for (const some of [called.filter((one) => one.district === district), called.filter((one) => one.live), called])
        if (some.length > 0) return some.length === 1 ? some[0] : 'several';
      return undefined;
    },
  };
}
