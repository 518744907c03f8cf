import { type RelaySignature, STATEMENT_IDS } from '@assist/contracts';
import { and, desc, eq, inArray, or } from 'drizzle-orm';
import { union } from 'drizzle-orm/pg-core';
import { instantText } from '../../clock.ts';
import { relayAsks, relaySignatures } from '../../db/schema.ts';
import { cited } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { accountsOfPerson } from '../identity/accounts-of-person.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { type AskRow, aboutOfAsk, CONFIRM_WORDS, type SignatureRow } from './row.ts';

const MOST = 100;
const CLAUSES = ['SAL2026-40', 'SAL2026-41'];

export interface OwnSignature {
  readonly ask: AskRow;
  readonly signed: SignatureRow;
}

/** Signed in this person's name: of the number they are verified as, on their own account, or by a helper for their application. */
export async function ownSignatures(ctx: Context, who: Resident, signatureId?: string): Promise<OwnSignature[]> {
  const own = await accountsOfPerson(ctx, who);
  const { identity, numberHash } = who.account;
  const asked = ctx.db
    .select({ id: relaySignatures.id })
    .from(relaySignatures)
    .innerJoin(relayAsks, eq(relayAsks.id, relaySignatures.askId))
    .where(
      or(
        identity === 'verified' && numberHash ? eq(relayAsks.numberHash, numberHash) : undefined,
        // What a helper ticked stands on the applicant's own ask.
        inArray(relayAsks.accountId, own),
      ),
    );
  // Together, and not by `or`: of two tables no index answers that.
  const signed = ctx.db.select({ id: relaySignatures.id }).from(relaySignatures).where(inArray(relaySignatures.accountId, own));
  const mine = inArray(relaySignatures.id, union(signed, asked));
  const rows = await ctx.db
    .select({ ask: relayAsks, signed: relaySignatures })
    .from(relaySignatures)
    .innerJoin(relayAsks, eq(relayAsks.id, relaySignatures.askId))
    .where(signatureId === undefined ? mine : and(eq(relaySignatures.id, signatureId), mine))
    .orderBy(desc(relaySignatures.signedAt), desc(relaySignatures.id))
    .limit(MOST);
  return rows.filter(({ ask, signed }) => {
    if (own.includes(ask.accountId) && ask.memberId === APPLICANT) return true;
    return (signed.accountId !== null && own.includes(signed.accountId)) || isNamed(who, ask);
  });
}
const APPLICANT = 'm1';

const isNamed = (who: Resident, ask: AskRow): boolean =>
  who.account.identity === 'verified' && ask.numberHash !== null && who.account.numberHash?.equals(ask.numberHash) === true;

/** "It was I" is for what a helper ticked: the person says so from their own account. Everything else waits for a visit, a call or a face. */
export const mayConfirm = (who: Resident, { ask, signed }: OwnSignature): boolean =>
  signed.state === 'to-confirm' &&
  signed.why === 'helper' &&
  signed.accountId !== who.accountId &&
  (ask.accountId === who.accountId || isNamed(who, ask));

/** The person's own face says it, too: only where their number is known, because a name alone is what somebody else wrote. */
export const mayConfirmByFace = ({ ask, signed }: OwnSignature): boolean =>
  signed.state === 'to-confirm' && ask.signer === 'self' && ask.numberHash !== null;

export function ownSignatureView(ctx: Context, who: Resident, own: OwnSignature): RelaySignature {
  const { ask, signed } = own;
  const { name, applicant } = aboutOfAsk(ctx, ask);
  const stands = signed.state === 'given' || signed.state === 'to-confirm';
  return {
    signatureId: signed.id,
    name,
    applicant,
    at: instantText(signed.signedAt),
    way: signed.way,
    state: signed.state,
    statements: STATEMENT_IDS.filter((id) => signed.statements.some((one) => one.statement === id)),
    mayConfirm: mayConfirm(who, own),
    mayConfirmByFace: mayConfirmByFace(own),
    mayWithdraw: stands,
    sentence: cited(
      signed.state === 'given'
        ? '同意了，只用在这次申请。随时能说不再同意。'
        : signed.state === 'to-confirm'
          ? `${signed.why ? `${CONFIRM_WORDS[signed.why]}，` : ''}要问过本人才算。问过以前先不查。`
          : '不算了，不会拿它去查。',
      CLAUSES,
    ),
  };
}

export async function listRelaySignatures(ctx: Context, who: Resident): Promise<RelaySignature[]> {
  return (await ownSignatures(ctx, who)).map((one) => ownSignatureView(ctx, who, one));
}

/** @throws ServiceProblem `not-found`, also for somebody else's */
export async function ownSignature(ctx: Context, who: Resident, signatureId: string): Promise<OwnSignature> {
  const [one] = await ownSignatures(ctx, who, signatureId);
  if (!one) throw new ServiceProblem('not-found');
  return one;
}
