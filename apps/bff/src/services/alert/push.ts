import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import { alertOf, keyOf } from './format.ts';
import { type AlertTaken, takeAlert } from './take-in.ts';

/** Further away than this from our clock, a signature counts no more. */
const FRESH_MS = 5 * 60_000;
const MOST = 500;

export interface PushedAlerts {
  readonly source: string;
  /** `t=<seconds since 1970>,v1=<hex of HMAC-SHA256 over "<t>.<body>">` */
  readonly signature: string | undefined;
  readonly body: string;
}

/** What became of each, in the order they came; the source sends again what was not taken, as often as it likes. */
export interface PushAnswer {
  readonly results: readonly { readonly key: string | null; readonly result: AlertTaken | 'not-understood' }[];
}

/**
 * Takes what a signed source pushes. One that cannot be taken holds up no other, and each taken one is kept before the answer goes out.
 * @throws ServiceProblem `not-signed-in` (unknown source, wrong or old signature), `bad-request`, `too-large`
 */
export async function takePushedAlerts(ctx: Context, { source, signature, body }: PushedAlerts): Promise<PushAnswer> {
  const key = ctx.alertKeys.get(source);
  if (!key || !isSigned(ctx, key, signature, body)) throw new ServiceProblem('not-signed-in');
  const entries = entriesOf(body);
  if (entries.length > MOST) throw new ServiceProblem('too-large');
  const results: PushAnswer['results'][number][] = [];
  for (const entry of entries) {
    const alert = alertOf(entry);
    results.push({ key: keyOf(entry) ?? null, result: alert ? await takeAlert(ctx, source, alert) : 'not-understood' });
  }
  return { results };
}

function isSigned(ctx: Context, key: Buffer, signature: string | undefined, body: string): boolean {
  const [, at, given] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(signature ?? '') ?? [];
  if (!at || !given || Math.abs(ctx.clock() - Number(at) * 1000) > FRESH_MS) return false;
  return timingSafeEqual(createHmac('sha256', key).update(`${at}.${body}`).digest(), Buffer.from(given, 'hex'));
}

function entriesOf(body: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null && 'alerts' in parsed && Array.isArray(parsed.alerts)) return parsed.alerts;
  } catch {
    // Not JSON: the same problem.
  }
  throw new ServiceProblem('bad-request');
}
