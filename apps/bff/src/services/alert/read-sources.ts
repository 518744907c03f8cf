import { eq } from 'drizzle-orm';
import { alertSources } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';
import { within } from '../within.ts';
import { alertOf } from './format.ts';
import type { AlertSource } from './source.ts';
import { takeAlert } from './take-in.ts';

/** A source that is far behind is read on at the next round. */
const MOST_BATCHES = 20;
/** One that takes longer is read again at the next round. */
export const WAIT_MS = 10_000;

/**
 * Reads every source of alerts on from where it was left. Killed in between, it reads the same again, which is taken once.
 * One that is broken keeps none of the others waiting. @returns how many are new @throws what the first broken one threw, after the others
 */
export async function readAlertSources(ctx: Context): Promise<number> {
  let fresh = 0;
  let broken: unknown;
  for (const source of ctx.alertSources)
    try {
      fresh += await readSource(ctx, source);
    } catch (error) {
      broken ??= error;
    }
  // Said once the others were read: whoever watches the worker hears of it.
  if (broken !== undefined) throw broken;
  return fresh;
}

async function readSource(ctx: Context, source: AlertSource): Promise<number> {
  let fresh = 0;
  for (let batch = 0; batch < MOST_BATCHES; batch++) {
    const [before] = await ctx.db.select().from(alertSources).where(eq(alertSources.name, source.name));
    const after = before?.cursor ?? '';
    const { alerts, next } = await within(WAIT_MS, (signal) => source.read(after, signal));
    for (const entry of alerts) {
      const alert = alertOf(entry);
      if (!alert) continue;
      const taken = await takeAlert(ctx, source.name, alert);
      if (taken === 'new' || taken === 'joined') fresh += 1;
    }
    if (next === after) return fresh;
    const row = { name: source.name, cursor: next, readAt: now(ctx) };
    await ctx.db.insert(alertSources).values(row).onConflictDoUpdate({ target: alertSources.name, set: row });
  }
  return fresh;
}
