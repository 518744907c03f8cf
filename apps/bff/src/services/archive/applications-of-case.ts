import type { ApplicationForm, ApplicationView } from '@assist/contracts';
import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm';
import { applications, procedureRuns, submissions } from '../../db/schema.ts';
import { maskedNumber } from '../account/mask.ts';
import { formPlace } from '../application/sealed-places.ts';
import { applicationViews } from '../application/view.ts';
import type { Context } from '../context.ts';

export interface FiledApplication extends ApplicationView {
  readonly form: unknown;
}

/** The applications this household grew from, with what the family wrote; identity numbers masked. */
export async function applicationsOfCase(
  tx: Context,
  one: { readonly id: string; readonly officeId: string },
): Promise<FiledApplication[]> {
  const runs = await tx.db
    .selectDistinct({ id: procedureRuns.applicationId })
    .from(procedureRuns)
    .where(and(eq(procedureRuns.caseId, one.id), isNotNull(procedureRuns.applicationId)));
  const ids = runs.flatMap(({ id }) => id ?? []);
  if (ids.length === 0) return [];
  const rows = await tx.db
    .select({ application: applications, sealed: submissions.formSealed })
    .from(applications)
    .innerJoin(submissions, eq(submissions.applicationId, applications.id))
    .where(and(inArray(applications.id, ids), eq(applications.officeId, one.officeId)))
    .orderBy(asc(applications.receivedAt));
  const views = await applicationViews(
    tx,
    rows.map((row) => row.application),
  );
  return views.map((view, i) => {
    const row = rows[i];
    if (!row) throw new Error('a view of no application');
    return { ...view, form: masked(tx.cipher.openJson<ApplicationForm>(formPlace(row.application.id), row.sealed)) };
  });
}

/** A copy in which no paper's number can be read. */
const masked = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, inner: unknown) =>
      key === 'paper' && inner !== null && typeof inner === 'object' && 'number' in inner && typeof inner.number === 'string'
        ? { ...inner, number: maskedNumber(inner.number) }
        : inner,
    ),
  );
