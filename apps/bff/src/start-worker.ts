import type { Clock } from './clock.ts';
import { compose } from './compose.ts';
import { type Config, ConfigError } from './config.ts';
import { doChores, drainOutbox, work } from './jobs/work.ts';
import { type Log, logToStdout } from './log.ts';
import { notForProduction } from './reference/refuse-in-production.ts';

export interface Worker {
  /** All that waits, now. For tests; the process does it by itself. */
  drain(): Promise<number>;
  /** Every chore, now. */
  chores(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts the worker: outbox, leases, drafts and photos past their time, identity conflicts.
 * @param running false only prepares it, for tests that say when
 * @throws ConfigError where production would work with what is only for development
 */
export async function startWorker(
  { config, clock = Date.now, fetch: given, log = logToStdout }: { config: Config; clock?: Clock; fetch?: typeof fetch; log?: Log },
  running = true,
): Promise<Worker> {
  const { context, connection } = compose(config, 'assist-worker', () => config.staffBaseUrl, { clock, fetch: given });
  const stop = new AbortController();
  try {
    const problems = config.production ? await notForProduction(connection.client) : [];
    if (problems.length > 0) throw new ConfigError(problems);
  } catch (error) {
    await connection.close();
    throw error;
  }
  const done = running ? work(context, log, stop.signal) : Promise.resolve();
  return {
    drain: () => drainOutbox(context, log),
    chores: () => doChores(context),
    close: async () => {
      stop.abort();
      await done;
      await connection.close();
    },
  };
}
