import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { World } from '../state/world.ts';
import { WireError } from './answer.ts';
import { requireMethod, requireToken, type WireRequest } from './request-checks.ts';

/** `GET /wxa/checksession` (protocol §2.3). */
export function checksession(request: WireRequest, world: World): object {
  requireMethod(request, 'GET');
  requireToken(request, world);
  requireSignature(request, world);
  return { errcode: 0, errmsg: 'ok' };
}

/** `GET /wxa/resetusersessionkey` (protocol §2.4). */
export function resetusersessionkey(request: WireRequest, world: World): object {
  requireMethod(request, 'GET');
  requireToken(request, world);
  const openid = requireSignature(request, world);
  const sessionKey = randomBytes(16).toString('base64');
  world.sessionKeys.set(openid, sessionKey);
  return { errcode: 0, errmsg: 'ok', openid, session_key: sessionKey };
}

function requireSignature({ query }: WireRequest, world: World): string {
  const openid = query.get('openid') ?? '';
  if (world.personas.byOpenid(openid) === undefined) throw new WireError(40003);
  if (query.get('sig_method') !== 'hmac_sha256') throw new WireError(87008);
  const sessionKey = world.sessionKeys.get(openid);
  if (sessionKey === undefined) throw new WireError(87007);
  const expected = Buffer.from(sessionSignature(sessionKey, ''));
  const given = Buffer.from(query.get('signature') ?? '');
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) throw new WireError(87009);
  return openid;
}

/** HMAC-SHA256 in hex. The key is the base64 text as it stands, not the bytes it encodes. */
export function sessionSignature(sessionKey: string, message: string): string {
  return createHmac('sha256', sessionKey).update(message).digest('hex');
}
