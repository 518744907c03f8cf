import type { AlertView } from '@assist/contracts';
import type { CivilDate, DivisionCode } from '@assist/policy';
import { ALERT_INDICATORS, type AlertIndicator, clausesIn } from '@assist/policy-chongqing';
import { asc, eq } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { alerts } from '../../db/schema.ts';
import { maskedNumber } from '../account/mask.ts';
import { citations } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { type AlertContent, alertPlace } from './sealed-places.ts';

/** All that sources told about the person of a run, the first first. */
export async function alertsOfRun(ctx: Context, runId: string): Promise<AlertView[]> {
  const rows = await ctx.db.select().from(alerts).where(eq(alerts.runId, runId)).orderBy(asc(alerts.receivedAt), asc(alerts.id));
  return rows.map((row) => {
    const id = row.indicator as AlertIndicator;
    const { name, number, phone, village, words } = ctx.cipher.openJson<AlertContent>(alertPlace.content(row.id), row.contentSealed);
    return {
      alertId: row.id,
      source: row.source,
      indicator: {
        id,
        title: ALERT_INDICATORS[id].title,
        clauses: citations(clausesIn(ALERT_INDICATORS[id].clauses, row.district as DivisionCode)),
      },
      seenOn: row.seenOn as CivilDate,
      receivedAt: instantText(row.receivedAt),
      name,
      ...(number && { maskedNumber: maskedNumber(number) }),
      ...(phone && { phone }),
      ...(village && { village }),
      words,
      inRegister: row.caseId !== null,
    };
  });
}
