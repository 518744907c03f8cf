import { errorLines, type Log } from '../log.ts';
import type { Context } from '../services/context.ts';
import { drainOne } from '../services/outbox/drain.ts';
import { CHORES } from './housekeeping.ts';
import { OUTBOX_HANDLERS } from './outbox-handlers.ts';

/** Does all that waits in the outbox. @returns how many rows */
export async function drainOutbox(ctx: Context, log: Log): Promise<number> {
  let rows = 0;
  const failed = (error: unknown, id: number) => log('error', { message: 'job failed', outbox: id, ...errorLines(error) });
  while (await drainOne(ctx, OUTBOX_HANDLERS, failed)) rows += 1;
  return rows;
}

/** Every chore once. */
export async function doChores(ctx: Context): Promise<void> {
  for (const chore of CHORES) await chore.run(ctx);
}

const IDLE_MS = 500;
/** While the database is away. */
const AWAY_MS = 2000;

/** Works until it is told to stop; what is under way is finished first. A database that is away is waited for. */
export async function work(ctx: Context, log: Log, stop: AbortSignal): Promise<void> {
  const due = new Map(CHORES.map((chore) => [chore.name, 0]));
  while (!stop.aborted) {
    let pause = IDLE_MS;
    try {
      await drainOutbox(ctx, log);
      for (const chore of CHORES) {
        if (stop.aborted || (due.get(chore.name) ?? 0) > Date.now()) continue;
        const found = await chore.run(ctx);
        if (chore.alarm && Array.isArray(found) && found.length > 0)
          log('error', { message: chore.alarm, chore: chore.name, files: found.join(' ') });
        due.set(chore.name, Date.now() + chore.everyMs);
      }
    } catch (error) {
      log('error', { message: 'work failed', ...errorLines(error) });
      pause = AWAY_MS;
    }
    await pauseFor(pause, stop);
  }
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
