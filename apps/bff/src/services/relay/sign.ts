import type { ConfirmReason, SignedStatement } from '@assist/contracts';
import { eq } from 'drizzle-orm';
import { relayAsks, relaySignatures } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { requireNotice } from '../consent/require-notice.ts';
import { isKnownWording } from '../consent/statements.ts';
import { type Context, now } from '../context.ts';
import { useFaceToSign } from '../face-check/use-to-sign.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { STATEMENTS_OF_EACH } from './ask.ts';
import { signerOf } from './face-signer.ts';
import { type AskRow, aboutOfAsk, askPlace, endLinks, lockAsks, phoneHash, type SignatureRow, signaturePlace } from './row.ts';
import { carryStanding } from './standing.ts';
import { tellSigned } from './tell-signed.ts';
import { raiseTownshipTask } from './township-task.ts';
import { tryLink } from './try-link.ts';
import { doubtOthers, whyToConfirm } from './whose-phone.ts';

export interface ToSign {
  readonly token: string;
  readonly lastSix: string;
  readonly phoneId: string;
  readonly answer:
    | {
        readonly kind: 'agreed';
        readonly statements: readonly SignedStatement[];
        readonly strokes?: readonly (readonly number[])[] | undefined;
        readonly faceCheckId?: string | undefined;
      }
    | { readonly kind: 'not-now' | 'cannot-write'; readonly reason?: string | undefined };
}
export interface Signed {
  readonly state: 'signed' | 'to-confirm' | 'refused' | 'at-counter';
  readonly sentence: string;
}

const SENTENCES: Readonly<Record<Signed['state'], string>> = {
  signed: '记下了，您同意了。随时能在“我的”里说不再同意。',
  'to-confirm': '记下了。镇街会打电话或上门问您一句，问过以前先不查您。',
  refused: '记下了，没关系。镇街会来问您，先不查您。',
  'at-counter': '记下了。镇街两个人会当面来记，不用您写字。',
};
const saying = (state: Signed['state']): Signed => ({ state, sentence: SENTENCES[state] });

/**
 * Signs for oneself (or as the guardian of who cannot), or says that one does not sign now. The link is used up by a signature and by
 * nothing else; the same signature again is the same.
 * @returns problems `relay-link-over` and `relay-digits-wrong` that keep the count of tries
 * @throws ServiceProblem `signature-missing`, `form-invalid`, `content-differs`, `not-found`, `face-not-theirs`
 */
export async function signRelay(ctx: Context, who: Resident, signatureId: string, to: ToSign): Promise<Signed | ServiceProblem> {
  await requireNotice(ctx, who.accountId);
  const fingerprint = ctx.hash.fingerprint('relay-signature', { token: to.token, answer: to.answer });
  return inTransaction(ctx, async (tx) => {
    const before = await signedBefore(tx, who, signatureId, fingerprint);
    if (before) return before;
    const found = await tryLink(tx, who.accountId, to.token, to.lastSix);
    // Two hands at once: the first one used the link up.
    if (found instanceof ServiceProblem) return (await signedBefore(tx, who, signatureId, fingerprint)) ?? found;
    const asks = await lockAsks(tx, found.applicationId);
    const ask = asks.find((one) => one.id === found.id) as AskRow;
    if (to.answer.kind !== 'agreed') return notNow(tx, who, ask, to.answer);
    checkAnswer(to.answer);
    const from = { accountId: who.accountId, deviceHash: phoneHash(tx, to.phoneId) };
    const { faceCheckId } = to.answer;
    const faced = faceCheckId !== undefined;
    if (faced && !(await useFaceToSign(tx, who, faceCheckId, signerOf(tx, ask, to.lastSix)))) throw new ServiceProblem('face-not-theirs');
    // Their own face says it was they, whoever's phone it is; that a guardian is one has to be looked at all the same.
    const why = faced && ask.signer === 'self' && ask.numberHash ? undefined : await whyToConfirm(tx, ask, from);
    const signed = await write(tx, ask, { signatureId, from, why, to: to.answer, fingerprint });
    const doubted = await doubtOthers(tx, asks, ask, from);
    const state = why ? 'to-confirm' : 'signed';
    await tx.db
      .update(relayAsks)
      .set({ state, stateAt: now(tx) })
      .where(eq(relayAsks.id, ask.id));
    await endLinks(tx, ask.id, now(tx));
    await record(tx, {
      actor: { kind: 'account', id: who.accountId },
      action: 'relay-signed',
      object: ['relay-ask', ask.id],
      result: state,
    });
    await carryStanding(tx, asks);
    await tellSigned(tx, ask, signed);
    for (const one of [{ ...ask, state } as AskRow, ...doubted.map((d) => ({ ...d, state: 'to-confirm' }) as AskRow)])
      await raiseTownshipTask(tx, one);
    return saying(state);
  });
}

async function signedBefore(tx: Context, who: Resident, id: string, fingerprint: Buffer): Promise<Signed | undefined> {
  const [row] = await tx.db.select().from(relaySignatures).where(eq(relaySignatures.id, id));
  if (!row) return undefined;
  if (row.accountId !== who.accountId) throw new ServiceProblem('not-found');
  if (!row.fingerprint.equals(fingerprint)) throw new ServiceProblem('content-differs');
  return saying(row.state === 'to-confirm' ? 'to-confirm' : 'signed');
}

function checkAnswer({ statements, strokes, faceCheckId }: Extract<ToSign['answer'], { kind: 'agreed' }>): void {
  const missing = STATEMENTS_OF_EACH.filter((id) => !statements.some((one) => one.statement === id));
  const outdated = statements.filter((one) => !isKnownWording(one));
  if (missing.length > 0 || outdated.length > 0)
    throw new ServiceProblem('signature-missing', {
      fields: [
        ...missing.map((id) => ({ path: `statements.${id}`, sentence: '还差您点一下同意' })),
        ...outdated.map(({ statement }) => ({ path: `statements.${statement}`, sentence: '说明有了新的，请再看一遍' })),
      ],
    });
  // A dot is no name.
  if (faceCheckId === undefined && !strokes?.some((line) => line.length >= 4))
    throw new ServiceProblem('form-invalid', { fields: [{ path: 'strokes', sentence: '还没有写名字。写不了，点“我写不了字”' }] });
}

async function write(
  tx: Context,
  ask: AskRow,
  one: {
    signatureId: string;
    from: { accountId: string; deviceHash: Buffer };
    why: ConfirmReason | undefined;
    to: Extract<ToSign['answer'], { kind: 'agreed' }>;
    fingerprint: Buffer;
  },
): Promise<SignatureRow> {
  const { signatureId: id, from, why, to, fingerprint } = one;
  const { guardian } = aboutOfAsk(tx, ask);
  const faced = to.faceCheckId !== undefined;
  const [row] = await tx.db
    .insert(relaySignatures)
    .values({
      id,
      askId: ask.id,
      applicationId: ask.applicationId,
      memberId: ask.memberId,
      way: ask.signer === 'guardian' ? 'guardian' : faced ? 'face' : 'handwriting',
      ...from,
      detailSealed: tx.cipher.sealJson(signaturePlace(id), { strokes: to.strokes, guardian }),
      statements: to.statements.map(({ statement, version, hash }) => ({ statement, version, hash })),
      state: why ? 'to-confirm' : 'given',
      why: why ?? null,
      ...(faced && !why && { confirmedBy: 'face' as const, confirmedAt: now(tx) }),
      signedAt: now(tx),
      fingerprint,
    })
    .returning();
  return row as SignatureRow;
}

/** Said by the person: no dead end for the applicant, and the link stays good for who thinks again. */
async function notNow(
  tx: Context,
  who: Resident,
  ask: AskRow,
  { kind, reason }: { readonly kind: 'not-now' | 'cannot-write'; readonly reason?: string | undefined },
): Promise<Signed> {
  const state = kind === 'not-now' ? 'refused' : 'at-counter';
  const about = { ...aboutOfAsk(tx, ask), note: reason };
  await tx.db
    .update(relayAsks)
    .set({ state, stateAt: now(tx), aboutSealed: tx.cipher.sealJson(askPlace(ask.id), about) })
    .where(eq(relayAsks.id, ask.id));
  await record(tx, {
    actor: { kind: 'account', id: who.accountId },
    action: 'relay-way-said',
    object: ['relay-ask', ask.id],
    result: state,
  });
  await raiseTownshipTask(tx, { ...ask, state, aboutSealed: tx.cipher.sealJson(askPlace(ask.id), about) });
  return saying(state);
}
