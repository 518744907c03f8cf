import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { AccessTokens } from './access-token.ts';
import { type ExchangeOptions, exchange } from './exchange.ts';
import { FACE_EXPIRED, FACE_MISMATCH, FACE_NOT_BEGUN, type FaceOutcome, faceOutcome } from './face-outcome.ts';
import { validate } from './validate.ts';
import { WechatError } from './wechat-error.ts';
import { withAccessToken } from './with-access-token.ts';

/** Who is to be checked, and on whose phone. */
export interface FaceSubject {
  /** Ours, unique for ever, 5–32 of `[0-9A-Za-z_-]`: see {@link newSequenceNumber}. Keep it before the call. */
  readonly sequenceNumber: string;
  /** As on the identity card. */
  readonly name: string;
  readonly idNumber: string;
  /** The WeChat account whose phone shows the check; it need not be the person's own account. */
  readonly openid: string;
}

export type FaceBegun =
  | { readonly state: 'begun'; readonly verifyId: string; readonly expiresInSeconds: number }
  /** WeChat does not take the name or the number. */
  | { readonly state: 'not-begun'; readonly why: 'name' | 'number'; readonly outcome: FaceOutcome }
  /** Take another sequence number, once. */
  | { readonly state: 'sequence-taken' };

export type FaceResult =
  /** WeChat's answer. The person is identified if and only if `outcome.kind` is `passed`. */
  | { readonly state: 'answered'; readonly verifyRet: number; readonly outcome: FaceOutcome }
  /** The hour is over: whatever happened on the phone cannot be asked for any more. */
  | { readonly state: 'expired'; readonly outcome: FaceOutcome }
  /** The session belongs to another account, person or sequence number: a matter for the audit, and never a pass. */
  | { readonly state: 'mismatch'; readonly errcode: number; readonly outcome: FaceOutcome };

type Options = ExchangeOptions & { tokens: AccessTokens; timeoutMs: number };

const BEGIN = '/cityservice/face/identify/getverifyid';
const RESULT = '/cityservice/face/identify/queryverifyinfo';
const CERT_TYPE = 'IDENTITY_CARD';
const SEQUENCE_NUMBER = /^[\w-]{5,32}$/;

const begun = z.object({ verify_id: z.string().min(1).max(256), expires_in: z.number().int().positive().max(86_400) });
const integer = z.union([
  z.number().int(),
  z
    .string()
    .regex(/^-?\d{1,9}$/)
    .transform(Number),
]);
const result = z.object({ verify_ret: integer });

/** 32 characters that were never used before. After a call without an answer always take a new one (protocol §6.3). */
export function newSequenceNumber(): string {
  return crypto.randomUUID().replaceAll('-', '');
}

/**
 * Opens a face check (protocol §6.3): an id for `wx.requestFacialVerify`, good for an hour and for this openid only.
 *
 * @throws WechatError `quota`, `caller` (sign in anew), `config`, `token`, `transient`, `unreachable`, `nonsense`, `bug`;
 *   {@link faceOutcomeOfError} says what that is for the person
 */
export async function getVerifyId(options: Options, subject: FaceSubject): Promise<FaceBegun> {
  requireSequenceNumber(subject, BEGIN);
  try {
    const answer = await call(options, BEGIN, subject, {
      out_seq_no: subject.sequenceNumber,
      cert_info: { cert_type: CERT_TYPE, cert_name: subject.name, cert_no: subject.idNumber },
      openid: subject.openid,
    });
    const { verify_id, expires_in } = validate(begun, answer, BEGIN);
    return { state: 'begun', verifyId: verify_id, expiresInSeconds: expires_in };
  } catch (error) {
    switch (errcodeOf(error)) {
      case 84014:
        return { state: 'not-begun', why: 'name', outcome: FACE_NOT_BEGUN.name };
      case 84015:
        return { state: 'not-begun', why: 'number', outcome: FACE_NOT_BEGUN.number };
      case 84019:
        return { state: 'sequence-taken' };
      default:
        throw error;
    }
  }
}

/**
 * Asks WeChat how a face check ended (protocol §6.4). Only this decides; what the phone says is a hint to ask.
 * It changes nothing at WeChat and may be asked again.
 *
 * @throws WechatError as {@link getVerifyId} does
 */
export async function queryVerifyInfo(options: Options, subject: FaceSubject & { readonly verifyId: string }): Promise<FaceResult> {
  requireSequenceNumber(subject, RESULT);
  try {
    const answer = await call(options, RESULT, subject, {
      verify_id: subject.verifyId,
      out_seq_no: subject.sequenceNumber,
      cert_hash: certHash(subject),
      openid: subject.openid,
    });
    const { verify_ret } = validate(result, answer, RESULT);
    return { state: 'answered', verifyRet: verify_ret, outcome: faceOutcome(verify_ret) };
  } catch (error) {
    const errcode = errcodeOf(error);
    if (errcode === 84022) return { state: 'expired', outcome: FACE_EXPIRED };
    if (errcode === 84017 || errcode === 84018 || errcode === 84020) return { state: 'mismatch', errcode, outcome: FACE_MISMATCH };
    throw error;
  }
}

/** Lower-case hex, over standard base64 with padding of the UTF-8 bytes, nothing URL-encoded. */
export function certHash({ name, idNumber }: Pick<FaceSubject, 'name' | 'idNumber'>): string {
  const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');
  const fields = [`cert_type=${base64(CERT_TYPE)}`, `cert_name=${base64(name)}`, `cert_no=${base64(idNumber)}`];
  return createHash('sha256').update(fields.join('&')).digest('hex');
}

function call(options: Options, endpoint: string, subject: FaceSubject & { verifyId?: string }, body: object): Promise<unknown> {
  return withAccessToken(options.tokens, (token) =>
    exchange(options, {
      endpoint,
      method: 'POST',
      query: { access_token: token },
      body,
      timeoutMs: options.timeoutMs,
      secrets: [token, subject.name, subject.idNumber, subject.openid, subject.verifyId ?? ''],
      // All others of this family mean that our own request was wrong.
      kinds: { 84010: 'bug', 84011: 'bug', 84012: 'bug', 84013: 'bug', 84016: 'bug', 84019: 'bug', 84021: 'bug' },
    }),
  );
}

function requireSequenceNumber({ sequenceNumber }: FaceSubject, endpoint: string): void {
  if (!SEQUENCE_NUMBER.test(sequenceNumber)) throw new WechatError({ endpoint, kind: 'bug', errmsg: 'sequence number does not fit' });
}

function errcodeOf(error: unknown): number | undefined {
  return error instanceof WechatError ? error.errcode : undefined;
}
