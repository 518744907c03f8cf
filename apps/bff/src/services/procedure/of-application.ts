import { randomUUID } from 'node:crypto';
import type { RunView } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { and, asc, eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { applicationEvents, applications, procedureRuns, signatures } from '../../db/schema.ts';
import { districtOf } from '../application/receipt.ts';
import { applicantPlace } from '../application/sealed-places.ts';
import type { Applicant } from '../application/submit.ts';
import type { ApplicationRow } from '../application/view.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Staff } from '../staff/who.ts';
import { type FirstEvent, insertRun } from './open-run.ts';
import { runView } from './view.ts';
import { seenBy } from './who.ts';

/** An accepted application goes on as a run: what stood on record before acceptance stands at its beginning. */
export async function beginRun(tx: Context, application: ApplicationRow): Promise<void> {
  if (application.state !== 'accepted' || !application.acceptedBy) throw new Error('only what was accepted goes on');
  const steps = await tx.db
    .select()
    .from(applicationEvents)
    .where(eq(applicationEvents.applicationId, application.id))
    .orderBy(asc(applicationEvents.id));
  const [authorised] = await tx.db
    .select({ at: signatures.signedAt })
    .from(signatures)
    .where(and(eq(signatures.applicationId, application.id), eq(signatures.statement, 'cross-check'), eq(signatures.status, 'given')))
    .limit(1);
  const resident = { kind: 'account', id: application.accountId } as const;
  const first: FirstEvent[] = steps.flatMap((step): FirstEvent[] => {
    const day = dayInShanghai(step.at.getTime());
    const staff = { kind: 'staff', id: step.staffId ?? '' } as const;
    switch (step.state) {
      case 'received':
        return [
          // Who called for help first asked on that day.
          { event: { kind: 'sent' }, on: (application.askedOn as CivilDate | null) ?? day, role: 'resident', actor: resident, at: step.at },
          // Who signs on the phone signs as it is sent.
          ...(authorised
            ? [{ event: { kind: 'authorised' as const }, on: day, role: 'resident' as const, actor: resident, at: step.at }]
            : []),
        ];
      case 'correction-asked':
        return [{ event: { kind: 'correction-asked', reason: '见请补的清单' }, on: day, role: 'township', actor: staff, at: step.at }];
      case 'correction-answered':
        return [{ event: { kind: 'correction-answered' }, on: day, role: 'resident', actor: resident, at: step.at }];
      case 'accepted':
        return [{ event: { kind: 'accepted' }, on: day, role: 'township', actor: staff, at: step.at }];
      default:
        return [];
    }
  });
  const { name } = tx.cipher.openJson<Applicant>(applicantPlace(application.id), application.applicantSealed);
  await insertRun(tx, {
    runId: randomUUID(),
    officeId: application.officeId,
    district: districtOf(application.officeId),
    procedure: 'application',
    openedOn: application.acceptedOn as CivilDate,
    applicationId: application.id,
    person: { name: name ?? '', members: application.members },
    number: application.number,
    first,
  });
}

/** The run of an accepted application; one accepted before there were runs gets its own now. @throws ServiceProblem `not-found` */
export async function runOfApplication(ctx: Context, staff: Staff, applicationId: string): Promise<RunView> {
  return inTransaction(ctx, async (tx) => {
    const find = () =>
      tx.db
        .select()
        .from(procedureRuns)
        .where(and(eq(procedureRuns.applicationId, applicationId), seenBy(staff)));
    const [run] = await find();
    if (run) return runView(tx, staff, run);
    const [application] = await tx.db
      .select()
      .from(applications)
      .where(and(eq(applications.id, applicationId), eq(applications.officeId, staff.officeId), eq(applications.state, 'accepted')))
      .for('update');
    if (!application) throw new ServiceProblem('not-found');
    if (!(await find())[0]) await beginRun(tx, application);
    const [begun] = await find();
    if (!begun) throw new ServiceProblem('not-found');
    return runView(tx, staff, begun);
  });
}
