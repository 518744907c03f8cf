import type { Context } from 'hono';
import type { Env } from './environment.ts';

/** Address of the caller, for counting only: it is hashed before it is kept. */
export function addressOf(c: Context<Env>, trustedProxies: number): string {
  const direct = c.env?.incoming?.socket?.remoteAddress ?? 'unknown';
  if (trustedProxies === 0) return direct;
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((one) => one.trim());
  return forwarded.at(-trustedProxies) || direct;
}
