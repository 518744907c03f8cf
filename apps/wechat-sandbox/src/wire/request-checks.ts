import type { World } from '../state/world.ts';
import { WireError } from './answer.ts';

/** What an endpoint gets to see of a request. */
export interface WireRequest {
  readonly method: string;
  readonly query: URLSearchParams;
  readonly text: string;
}

/** 43001 is not in the documents that were read; 43002 is its documented twin. */
export function requireMethod(request: WireRequest, method: 'GET' | 'POST'): void {
  if (request.method !== method) throw new WireError(method === 'POST' ? 43002 : 43001);
}

/** @throws WireError 44002 for nothing, 47001 for what is no JSON object */
export function requireJson(request: WireRequest): Record<string, unknown> {
  if (request.text === '') throw new WireError(44002);
  let body: unknown;
  try {
    body = JSON.parse(request.text);
  } catch {
    throw new WireError(47001);
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new WireError(47001);
  return body as Record<string, unknown>;
}

/** The token stands in the query, never in the body. */
export function requireToken(request: WireRequest, world: World): void {
  const token = request.query.get('access_token');
  if (!token) throw new WireError(41001);
  const refusal = world.tokens.refusal(token);
  if (refusal !== undefined) throw new WireError(refusal);
}

export function requireApp(world: World, appid: unknown, secret: unknown): void {
  if (!appid) throw new WireError(41002);
  if (!secret) throw new WireError(41004);
  if (appid !== world.appid) throw new WireError(40013);
  if (secret !== world.secret) throw new WireError(40125);
}
