import { randomBytes } from 'node:crypto';
import type { World } from '../state/world.ts';
import { WireError } from './answer.ts';
import { requireApp, requireMethod, type WireRequest } from './request-checks.ts';

/** `GET /sns/jscode2session` (protocol §2.2). A used code is 40163, every other bad one 40029. */
export function jscode2session(request: WireRequest, world: World): object {
  requireMethod(request, 'GET');
  const { query } = request;
  requireApp(world, query.get('appid'), query.get('secret'));
  if (query.get('grant_type') !== 'authorization_code') throw new WireError(40002);
  const code = query.get('js_code');
  if (!code) throw new WireError(41008);

  const holder = world.personas.get(world.loginCodes.peek(code) ?? '');
  if (holder !== undefined) {
    const tooMany = world.limits.count(`login ${holder.openid}`, { perMinute: 100 });
    if (tooMany !== undefined) throw new WireError(tooMany);
    if (holder.blocked) throw new WireError(40226);
  }
  const redeemed = world.loginCodes.redeem(code, world.appid);
  if (redeemed.state === 'used') throw new WireError(40163);
  if (redeemed.state !== 'ok' || holder === undefined) throw new WireError(40029);

  const sessionKey = randomBytes(16).toString('base64');
  world.sessionKeys.set(holder.openid, sessionKey);
  return { session_key: sessionKey, openid: holder.openid };
}
