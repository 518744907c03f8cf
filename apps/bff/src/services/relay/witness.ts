import { randomUUID } from 'node:crypto';
import type { ApplicationForm, SignedStatement, StaffRelayAsk } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { and, eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { relayAsks, relaySignatures, submissions } from '../../db/schema.ts';
import { numberHash } from '../account/account.ts';
import { lockApplication } from '../application/lock.ts';
import { applicantPlace, formPlace } from '../application/sealed-places.ts';
import type { Applicant } from '../application/submit.ts';
import { record } from '../audit/record.ts';
import { isKnownWording } from '../consent/statements.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Staff } from '../staff/who.ts';
import { STATEMENTS_OF_EACH } from './ask.ts';
import { readRelayAsStaff } from './read-as-staff.ts';
import { type AskRow, askPlace, endLinks, lockAsks, type SignatureRow, signaturePlace } from './row.ts';
import { carryStanding } from './standing.ts';
import { tellSigned } from './tell-signed.ts';

export interface Witnessed {
  readonly signatureId: string;
  readonly witnesses: readonly string[];
  readonly guardian?: string | undefined;
  readonly on: CivilDate;
  readonly statements: readonly SignedStatement[];
  readonly note?: string | undefined;
}

/**
 * Two people saw that this adult agreed, or that their guardian signed. Also for somebody who was never sent a link. It takes the place of
 * one that waited to be confirmed. The same record again is the same.
 * @throws ServiceProblem `not-found`, `two-names-needed`, `signature-missing`, `form-invalid`, `content-differs`, `state-changed` (signed already)
 */
export async function witnessRelay(
  ctx: Context,
  staff: Staff,
  { applicationId, memberId }: { readonly applicationId: string; readonly memberId: string },
  seen: Witnessed,
): Promise<StaffRelayAsk[]> {
  check(ctx, seen);
  const fingerprint = ctx.hash.fingerprint('relay-witnessed', { applicationId, memberId, seen });
  await inTransaction(ctx, async (tx) => {
    const application = await lockApplication(tx, applicationId, staff.officeId);
    const [same] = await tx.db.select().from(relaySignatures).where(eq(relaySignatures.id, seen.signatureId));
    if (same && !same.fingerprint.equals(fingerprint)) throw new ServiceProblem('content-differs');
    if (same) return;
    const asks = await lockAsks(tx, applicationId);
    const ask = asks.find((one) => one.memberId === memberId) ?? (await addAsk(tx, application, memberId));
    if (ask.state === 'signed') throw new ServiceProblem('state-changed');
    await tx.db
      .update(relaySignatures)
      .set({ state: 'withdrawn', endedAt: now(tx) })
      .where(and(eq(relaySignatures.askId, ask.id), eq(relaySignatures.state, 'to-confirm')));
    const { signatureId: id, witnesses, guardian, note } = seen;
    const [row] = await tx.db
      .insert(relaySignatures)
      .values({
        id,
        askId: ask.id,
        applicationId,
        memberId,
        way: guardian ? 'guardian' : 'witnesses',
        staffId: staff.staffId,
        detailSealed: tx.cipher.sealJson(signaturePlace(id), { witnesses, guardian, note, on: seen.on }),
        statements: seen.statements.map(({ statement, version, hash }) => ({ statement, version, hash })),
        state: 'given',
        signedAt: now(tx),
        fingerprint,
      })
      .returning();
    await tx.db
      .update(relayAsks)
      .set({ state: 'signed', stateAt: now(tx) })
      .where(eq(relayAsks.id, ask.id));
    await endLinks(tx, ask.id, now(tx));
    const actor = { kind: 'staff', id: staff.staffId } as const;
    await record(tx, { actor, action: 'relay-witnessed', object: ['relay-ask', ask.id], officeId: staff.officeId });
    await carryStanding(tx, [...asks.filter((one) => one.id !== ask.id), { ...ask, state: 'signed' }]);
    await tellSigned(tx, ask, row as SignatureRow);
  });
  return readRelayAsStaff(ctx, staff, applicationId);
}

function check(ctx: Context, { witnesses, on, statements }: Witnessed): void {
  if (new Set(witnesses.map((name) => name.trim())).size < 2) throw new ServiceProblem('two-names-needed');
  if (on > dayInShanghai(ctx.clock()))
    throw new ServiceProblem('form-invalid', { fields: [{ path: 'on', sentence: '日子在以后，请再看一下' }] });
  const known = statements.filter(isKnownWording).map((one) => one.statement);
  const missing = STATEMENTS_OF_EACH.filter((id) => !known.includes(id));
  if (missing.length > 0)
    throw new ServiceProblem('signature-missing', {
      fields: missing.map((id) => ({ path: `statements.${id}`, sentence: '这一份要念给本人听，本人点头' })),
    });
}

/** Somebody whom nobody asked by link: the ask is made from what was sent. */
async function addAsk(
  tx: Context,
  application: { id: string; accountId: string; applicantSealed: Buffer },
  memberId: string,
): Promise<AskRow> {
  const [sent] = await tx.db
    .select({ form: submissions.formSealed })
    .from(submissions)
    .where(eq(submissions.applicationId, application.id));
  const form = sent && tx.cipher.openJson<ApplicationForm>(formPlace(application.id), sent.form);
  const member = form?.members.find((one) => one.id === memberId);
  if (!member) throw new ServiceProblem('not-found');
  const id = randomUUID();
  const at = now(tx);
  const applicant = tx.cipher.openJson<Applicant>(applicantPlace(application.id), application.applicantSealed);
  const [made] = await tx.db
    .insert(relayAsks)
    .values({
      id,
      applicationId: application.id,
      accountId: application.accountId,
      memberId,
      aboutSealed: tx.cipher.sealJson(askPlace(id), { name: member.name, phone: member.phone, applicant: applicant.name ?? '' }),
      numberHash: member.paper ? numberHash(tx, member.paper) : null,
      signer: 'self',
      // No phone of theirs was ever seen.
      deviceHash: Buffer.alloc(0),
      state: 'at-counter',
      stateAt: at,
      madeAt: at,
    })
    .returning();
  return made as AskRow;
}
