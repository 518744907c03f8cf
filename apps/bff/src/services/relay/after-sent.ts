import { randomUUID } from 'node:crypto';
import { STATEMENT_HASHES, STATEMENTS } from '@assist/contracts';
import { and, eq } from 'drizzle-orm';
import { applications, helperActs, helperGrants, relayAsks, relaySignatures } from '../../db/schema.ts';
import { applicantPlace } from '../application/sealed-places.ts';
import type { Applicant } from '../application/submit.ts';
import type { Context } from '../context.ts';
import type { Outcome } from '../outbox/drain.ts';
import { noteAct } from '../proxy/note-act.ts';
import { STATEMENTS_OF_EACH } from './ask.ts';
import { askPlace, asksOfSent, lockAsks, signaturePlace } from './row.ts';
import { carryStanding } from './standing.ts';
import { raiseTownshipTask } from './township-task.ts';

const APPLICANT = 'm1';

/**
 * After an application was sent: what was signed before is joined to it, who does not sign or is not reached becomes the township's task,
 * and what a helper ticked in the applicant's name waits for the applicant. In the outbox' transaction; doing it twice does no harm.
 */
export async function joinRelay(
  tx: Context,
  applicationId: string,
  { draftId, grantId }: { readonly draftId?: string | undefined; readonly grantId?: string | undefined },
): Promise<Outcome> {
  const [application] = await tx.db.select().from(applications).where(eq(applications.id, applicationId));
  if (!application) return { kind: 'give-up', why: 'no such application' };
  if (draftId) await carryWhoFilled(tx, draftId, applicationId);
  if (grantId) {
    await noteAct(tx, grantId, 'send', ['application', applicationId]);
    await addHelpersTick(tx, application, grantId);
  }
  const all = await lockAsks(tx, applicationId);
  await carryStanding(tx, all);
  const asks = (await asksOfSent(tx, applicationId, all))?.asks ?? [];
  for (const ask of asks) await raiseTownshipTask(tx, ask);
  return { kind: 'done', what: `asks: ${asks.length}` };
}

/** Who filled the draft in stands beside the application too: the clerk sees it. The person was told when it was done. */
async function carryWhoFilled(tx: Context, draftId: string, applicationId: string): Promise<void> {
  const acts = await tx.db
    .select()
    .from(helperActs)
    .where(and(eq(helperActs.aboutId, draftId), eq(helperActs.aboutKind, 'draft')));
  for (const { grantId, verb, onDay, at } of acts)
    await tx.db
      .insert(helperActs)
      .values({ grantId, verb, aboutKind: 'application', aboutId: applicationId, onDay, at })
      .onConflictDoNothing();
}

/** The applicant's own consent, where a helper sent it. */
async function addHelpersTick(tx: Context, application: typeof applications.$inferSelect, grantId: string): Promise<void> {
  const [grant] = await tx.db.select().from(helperGrants).where(eq(helperGrants.id, grantId));
  if (!grant?.helperAccountId) return;
  const id = randomUUID();
  const { name = '', phone } = tx.cipher.openJson<Applicant>(applicantPlace(application.id), application.applicantSealed);
  const at = application.receivedAt;
  const [made] = await tx.db
    .insert(relayAsks)
    .values({
      id,
      applicationId: application.id,
      accountId: application.accountId,
      memberId: APPLICANT,
      aboutSealed: tx.cipher.sealJson(askPlace(id), { name, phone, applicant: name }),
      numberHash: application.applicantNumberHash,
      signer: 'self',
      deviceHash: Buffer.alloc(0),
      state: 'to-confirm',
      stateAt: at,
      madeAt: at,
    })
    .onConflictDoNothing()
    .returning();
  if (!made) return;
  const signatureId = randomUUID();
  const statements = ([...STATEMENTS_OF_EACH, 'truthfulness'] as const).map((statement) => ({
    statement,
    version: STATEMENTS[statement].version,
    hash: STATEMENT_HASHES[statement],
  }));
  await tx.db.insert(relaySignatures).values({
    id: signatureId,
    askId: id,
    applicationId: application.id,
    memberId: APPLICANT,
    way: 'helper',
    accountId: grant.helperAccountId,
    detailSealed: tx.cipher.sealJson(signaturePlace(signatureId), {}),
    statements,
    state: 'to-confirm',
    why: 'helper',
    signedAt: at,
    fingerprint: tx.hash.fingerprint('relay-helper', { applicationId: application.id }),
  });
}
