import { and, desc, eq } from 'drizzle-orm';
import { applicationEvents, applications, corrections, offices } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import type { Outcome } from '../outbox/drain.ts';
import { startReminder } from '../reminder/start.ts';
import { tellAccount } from './tell.ts';

const DAY_MS = 24 * 3_600_000;

const KINDS = {
  received: 'application-received',
  'correction-asked': 'correction-asked',
  accepted: 'application-accepted',
} as const;

/**
 * Tells what happened to an application. What happened before there were messages is put into the inbox with its own day, and sent to
 * nobody's phone.
 */
export async function tellAboutApplication(
  tx: Context,
  { applicationId = '', accountId = '', state = 'received' }: Record<string, string>,
): Promise<Outcome> {
  if (!Object.hasOwn(KINDS, state)) return { kind: 'done', what: 'shown on the page only' };
  const known = state as keyof typeof KINDS;
  const [found] = await tx.db
    .select({ event: applicationEvents, office: offices })
    .from(applicationEvents)
    .innerJoin(applications, eq(applications.id, applicationEvents.applicationId))
    .innerJoin(offices, eq(offices.id, applications.officeId))
    .where(and(eq(applicationEvents.applicationId, applicationId), eq(applicationEvents.state, known)))
    .orderBy(desc(applicationEvents.id))
    .limit(1);
  if (!found) return { kind: 'give-up', why: 'no such event' };
  const { event, office } = found;
  const inboxOnly = event.at.getTime() < tx.clock() - DAY_MS;
  const { messageId, fresh } = await tellAccount(tx, {
    accountId,
    kind: KINDS[known],
    params: { office: office.name },
    subject: { kind: 'application', id: applicationId },
    at: event.at,
    officeId: office.id,
    source: `application:${applicationId}:${event.id}`,
    inboxOnly,
  });
  if (fresh && known === 'correction-asked' && !inboxOnly) await remind(tx, { applicationId, accountId, officeId: office.id, messageId });
  return { kind: 'done', what: fresh ? 'told' : 'told before' };
}

/** The newest round climbs the ladder until it is answered. */
async function remind(
  tx: Context,
  about: { applicationId: string; accountId: string; officeId: string; messageId: string },
): Promise<void> {
  const [round] = await tx.db
    .select({ id: corrections.id })
    .from(corrections)
    .where(eq(corrections.applicationId, about.applicationId))
    .orderBy(desc(corrections.seq))
    .limit(1);
  if (!round) return;
  const { applicationId: _, ...rest } = about;
  await startReminder(tx, { kind: 'correction-asked', subjectId: round.id, ...rest });
}
