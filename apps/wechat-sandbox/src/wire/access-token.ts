import type { World } from '../state/world.ts';
import { WireError } from './answer.ts';
import { requireApp, requireJson, requireMethod, type WireRequest } from './request-checks.ts';

/** `POST /cgi-bin/stable_token` (protocol §3.1). */
export function stableToken(request: WireRequest, world: World): object {
  requireMethod(request, 'POST');
  const body = requireJson(request);
  if (body.grant_type !== 'client_credential') throw new WireError(40002);
  requireApp(world, body.appid, body.secret);
  const tooMany = world.limits.count('stable_token', { perMinute: 10_000, perDay: 500_000 });
  if (tooMany !== undefined) throw new WireError(tooMany);
  const token = world.tokens.stable(body.force_refresh === true);
  if (token === 45009) throw new WireError(45009);
  return token;
}

/** `GET /cgi-bin/token` (protocol §3.2), the older way, kept to show that the two do not disturb each other. */
export function plainToken(request: WireRequest, world: World): object {
  requireMethod(request, 'GET');
  const { query } = request;
  if (query.get('grant_type') !== 'client_credential') throw new WireError(40002);
  requireApp(world, query.get('appid'), query.get('secret'));
  return world.tokens.plain();
}
