import type { ConsentAct } from '@assist/contracts';
import { numberHash } from '../account/account.ts';
import { requireNotice } from '../consent/require-notice.ts';
import type { Context } from '../context.ts';
import { beginFaceForSignature } from '../face-check/begin-for-signature.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { signerOf } from './face-signer.ts';
import { mayConfirmByFace, ownSignature } from './own.ts';
import type { AskRow } from './row.ts';
import { tryLink } from './try-link.ts';

export interface RelayFaceAsked {
  readonly for: { readonly token: string; readonly lastSix: string } | { readonly signatureId: string };
  readonly name: string;
  readonly number: string;
  readonly consent: ConsentAct;
}

const invalid = (path: string, sentence: string) => new ServiceProblem('form-invalid', { fields: [{ path, sentence }] });

/**
 * Asks WeChat for the face of who signs. Only of the person (or guardian) who was asked: another number does not begin at all.
 * @returns problems of a link as values, so that their count of tries stays
 * @throws ServiceProblem `form-invalid`, `not-found`, `state-changed`, `content-differs`
 */
export async function beginRelayFace(
  ctx: Context,
  who: Resident,
  faceCheckId: string,
  asked: RelayFaceAsked,
): Promise<Awaited<ReturnType<typeof beginFaceForSignature>> | ServiceProblem> {
  await requireNotice(ctx, who.accountId);
  const ask = await askOf(ctx, who, asked.for);
  if (ask instanceof ServiceProblem) return ask;
  const number = asked.number.replace(/\s/g, '').toUpperCase();
  const signer = signerOf(ctx, ask, 'lastSix' in asked.for ? asked.for.lastSix : undefined);
  const hash = numberHash(ctx, { kind: 'resident-identity', number });
  if (signer.role === 'self' && !signer.numberHash) throw invalid('number', '请您点头的那份没写您的证件号，写名字就行');
  const fits = signer.numberHash ? hash?.equals(signer.numberHash) === true : asked.name.trim() === signer.name.trim();
  if (!fits)
    throw signer.numberHash
      ? invalid('number', '和请您点头的那份对不上，请再看一下号码')
      : invalid('name', '和请您点头的那份对不上，请再看一下姓名');
  if (signer.lastSix !== undefined && !number.endsWith(signer.lastSix)) throw invalid('number', '和刚才的最后六位不一样，请再看一下');
  return beginFaceForSignature(ctx, who, faceCheckId, { name: asked.name.trim(), number, role: signer.role, consent: asked.consent });
}

async function askOf(ctx: Context, who: Resident, about: RelayFaceAsked['for']): Promise<AskRow | ServiceProblem> {
  if (!('signatureId' in about)) return inTransaction(ctx, (tx) => tryLink(tx, who.accountId, about.token, about.lastSix));
  const own = await ownSignature(ctx, who, about.signatureId);
  if (!mayConfirmByFace(own)) throw new ServiceProblem('state-changed');
  return own.ask;
}
