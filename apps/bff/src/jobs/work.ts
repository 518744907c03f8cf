import { errorLines, type Log } from '../log.ts';
import type { Context } from '../services/context.ts';
import { drainOne } from '../services/outbox/drain.ts';
import { endTurn, takeTurn } from '../services/turn/take-turn.ts';
import { CHORES, type Chore } from './housekeeping.ts';
import { OUTBOX_HANDLERS } from './outbox-handlers.ts';

/**
 * Does what waits in the outbox.
 * @param forMs ends after so long, whatever still waits; all of it where left out
 * @returns how many rows, and whether some may still wait
 */
export async function drainOutbox(ctx: Context, log: Log, forMs = Number.POSITIVE_INFINITY): Promise<{ rows: number; more: boolean }> {
  await ctx.keys.fresh();
  const until = performance.now() + forMs;
  let rows = 0;
  const failed = (error: unknown, id: number) => log('error', { message: 'job failed', outbox: id, ...errorLines(error) });
  while (await drainOne(ctx, OUTBOX_HANDLERS, failed)) {
    rows += 1;
    if (performance.now() > until) return { rows, more: true };
  }
  return { rows, more: false };
}

/** Every chore once. */
export async function doChores(ctx: Context): Promise<void> {
  await ctx.keys.fresh();
  for (const chore of CHORES) await chore.run(ctx);
}

/** A morning's backlog may take an hour: an urgent call that is handed on and the seal of the trail do not wait for its end. */
const OUTBOX_AT_ONCE_MS = 2000;
const IDLE_MS = 500;
/** While the database is away. */
const AWAY_MS = 2000;

/** A chore as rare as this is one worker's at a time; the others are quick, take only what nobody else has, and are better done by all. */
const SHARED_FROM_MS = 600_000;
/** Whose worker was killed: another takes it up after so long. */
const HELD_MS = 600_000;
/** One line of the log names so many of what was found, and says how many there were. */
const MOST_NAMED = 50;
/** How soon to ask again for a turn that another has. */
const ASK_AGAIN_MS = 60_000;

/** What a run of a chore came to, for whoever counts; what it found, where it is one that finds. `left` to another worker, whose turn it is. */
export type Watch = (chore: string, ms: number, outcome: { readonly went: 'done' | 'failed' | 'left'; readonly found?: number }) => void;

/** Works until it is told to stop; what is under way is finished first. A database that is away is waited for. */
export async function work(
  ctx: Context,
  log: Log,
  stop: AbortSignal,
  watch: Watch = () => undefined,
  outboxMs = OUTBOX_AT_ONCE_MS,
): Promise<void> {
  const due = new Map(CHORES.map((chore) => [chore.name, 0]));
  while (!stop.aborted) {
    let pause = IDLE_MS;
    try {
      if ((await drainOutbox(ctx, log, outboxMs)).more) pause = 0;
    } catch (error) {
      log('error', { message: 'work failed', ...errorLines(error) });
      pause = AWAY_MS;
    }
    for (const chore of CHORES) {
      if (stop.aborted || (due.get(chore.name) ?? 0) > Date.now()) continue;
      const began = performance.now();
      try {
        const run = await inTurn(ctx, chore, log);
        due.set(chore.name, Date.now() + (run ? chore.everyMs : ASK_AGAIN_MS));
        watch(chore.name, performance.now() - began, run ? { went: 'done', ...run } : { went: 'left' });
      } catch (error) {
        // The others are not kept waiting for one that does not come to its end.
        due.set(chore.name, Date.now() + AWAY_MS);
        watch(chore.name, performance.now() - began, { went: 'failed' });
        log('error', { message: 'work failed', chore: chore.name, ...errorLines(error) });
      }
    }
    await pauseFor(pause, stop);
  }
}

/** @returns undefined where it was another worker's turn */
async function inTurn(ctx: Context, chore: Chore, log: Log): Promise<{ readonly found?: number } | undefined> {
  const shared = chore.everyMs >= SHARED_FROM_MS;
  if (shared && !(await takeTurn(ctx, chore.name, HELD_MS))) return undefined;
  let found: unknown;
  try {
    found = await chore.run(ctx);
    if (chore.alarm && Array.isArray(found) && found.length > 0)
      log('error', { message: chore.alarm, chore: chore.name, count: found.length, found: found.slice(0, MOST_NAMED).join('; ') });
  } catch (error) {
    if (shared) await endTurn(ctx, chore.name, 0).catch(() => undefined);
    throw error;
  }
  if (shared) await endTurn(ctx, chore.name, chore.everyMs);
  return chore.alarm && Array.isArray(found) ? { found: found.length } : {};
}

function pauseFor(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    stop.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
