import { randomUUID } from 'node:crypto';
import type { ConsentAct, StatementId } from '@assist/contracts';
import { and, eq, isNull } from 'drizzle-orm';
import { consentActs } from '../../db/authentication.ts';
import { record } from '../audit/record.ts';
import { isKnownWording } from '../consent/statements.ts';
import { type Context, now } from '../context.ts';
import { ServiceProblem } from '../problem.ts';

export interface ConsentAbout {
  readonly kind: 'face-check' | 'authentication' | 'account';
  readonly id: string;
}

/** Whether this is a consent to exactly this statement, in a wording of ours. @throws ServiceProblem `form-invalid` */
export function checkConsent(consent: ConsentAct, statement: StatementId): void {
  if (consent.statement !== statement || !isKnownWording(consent))
    throw new ServiceProblem('form-invalid', { fields: [{ path: 'consent', sentence: '说明有了新的，请再看一遍' }] });
}

/** Keeps one consent for this one time, in the caller's transaction. @returns its id */
export async function giveConsentAct(tx: Context, accountId: string, consent: ConsentAct, about: ConsentAbout): Promise<string> {
  const id = randomUUID();
  const { statement, version, hash } = consent;
  await tx.db
    .insert(consentActs)
    .values({ id, accountId, statement, version, hash, aboutKind: about.kind, aboutId: about.id, givenAt: now(tx) });
  await record(tx, { actor: { kind: 'account', id: accountId }, action: 'consent-act-given', object: [about.kind, about.id] });
  return id;
}

/** Takes back every consent about this one thing. @returns whether there was one that still stood */
export async function withdrawConsentActs(tx: Context, accountId: string, about: ConsentAbout): Promise<boolean> {
  const withdrawn = await tx.db
    .update(consentActs)
    .set({ withdrawnAt: now(tx) })
    .where(and(eq(consentActs.accountId, accountId), eq(consentActs.aboutId, about.id), isNull(consentActs.withdrawnAt)))
    .returning({ id: consentActs.id });
  if (withdrawn.length > 0)
    await record(tx, { actor: { kind: 'account', id: accountId }, action: 'consent-act-withdrawn', object: [about.kind, about.id] });
  return withdrawn.length > 0;
}
