import { addDays, type CivilDate } from '@assist/policy';
import { and, eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { offices } from '../../db/schema.ts';
import { casesOfResident } from '../case-file/case-file-of.ts';
import type { Context } from '../context.ts';
import { officeView } from '../place/offices.ts';
import type { Resident } from '../session/authenticate.ts';

/** Three weeks of working days ahead. Ours: no document says how far. */
const DAYS = 15;

export interface VisitDay {
  readonly day: CivilDate;
  readonly morning: boolean;
  readonly afternoon: boolean;
  readonly provisional: boolean;
}

/** The next working days after today, each with two halves. */
export function visitDays(ctx: Context): VisitDay[] {
  const days: VisitDay[] = [];
  for (let day = addDays(dayInShanghai(ctx.clock()), 1); days.length < DAYS; day = addDays(day, 1)) {
    const { working, provisional } = ctx.calendar.day(day);
    if (working) days.push({ day, morning: true, afternoon: true, provisional });
  }
  return days;
}

/** 可以约的日子. The office of one's own case, or any live one; without either, only the days. */
export async function visitTimes(
  ctx: Context,
  who: Resident,
  asked: { readonly caseId?: string | undefined; readonly officeId?: string | undefined },
): Promise<{ office?: ReturnType<typeof officeView>; days: VisitDay[] }> {
  const own = asked.caseId ? (await casesOfResident(ctx, who)).find(({ opened }) => opened.row.id === asked.caseId) : undefined;
  const officeId = own?.opened.row.officeId ?? asked.officeId;
  const [office] = officeId
    ? await ctx.db
        .select()
        .from(offices)
        .where(and(eq(offices.id, officeId), eq(offices.live, true)))
    : [];
  return { ...(office && { office: officeView(office) }), days: visitDays(ctx) };
}
