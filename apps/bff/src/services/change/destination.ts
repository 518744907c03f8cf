import type { ChangeForm } from '@assist/contracts';
import type { DivisionCode } from '@assist/policy';
import { eq } from 'drizzle-orm';
import { offices } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { type OfficeRow, officeOf, officesFor } from '../place/offices.ts';
import { ServiceProblem } from '../problem.ts';
import type { KnownCase } from './known-case.ts';

/**
 * Where a change notice goes: to the office that handles the case's township today (a township merged into another is handled by its
 * successor, see `office_areas`), or, for a household that is not in the register, to the office of where it lives.
 * @throws ServiceProblem `place-unknown`, `place-not-live`
 */
export async function officeOfChange(
  ctx: Context,
  form: ChangeForm,
  known: KnownCase | undefined,
  chosen: string | undefined,
): Promise<OfficeRow> {
  const office = known ? await successorOf(ctx, known.row.officeId) : await officeOfPlace(ctx, form, chosen);
  if (!office.live) throw new ServiceProblem('place-not-live');
  return office;
}

/** The office that handles what another handled; the same one where nothing changed. */
export async function successorOf(ctx: Context, officeId: string): Promise<OfficeRow> {
  const area = officeId as DivisionCode;
  return (await officesFor(ctx, [area])).get(area.slice(0, 9)) ?? (await officeOf(ctx, officeId));
}

async function officeOfPlace(ctx: Context, { residence }: ChangeForm, chosen: string | undefined): Promise<OfficeRow> {
  const code = residence?.kind === 'chongqing' ? residence.divisionCode : undefined;
  const [office] = code
    ? [(await officesFor(ctx, [code])).get(code.slice(0, 9))]
    : chosen
      ? await ctx.db.select().from(offices).where(eq(offices.id, chosen))
      : [];
  if (!office) throw new ServiceProblem('place-unknown', { fields: [{ path: 'residence', sentence: '住在哪个镇街？知道了才送得到。' }] });
  return office;
}
