import type { Clock } from './clock.ts';
import { compose } from './compose.ts';
import { type Config, ConfigError } from './config.ts';
import { doChores, drainOutbox, work } from './jobs/work.ts';
import { type Log, logToStdout } from './log.ts';
import { processMetrics } from './metrics/process-metrics.ts';
import { serveMetrics } from './metrics/serve.ts';
import { wholeMetrics } from './metrics/whole-metrics.ts';
import { notForProduction } from './reference/refuse-in-production.ts';
import { measure } from './services/health/measure.ts';
import { tracesTo } from './traces/traces-to.ts';

export interface Worker {
  /** All that waits, now. For tests; the process does it by itself. */
  drain(): Promise<number>;
  /** Every chore, now. */
  chores(): Promise<void>;
  /** Where its figures are, where they are given. */
  readonly metricsUrl: string | undefined;
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
  const traces = await tracesTo(config.traces, 'assist-worker');
  const { context, connection } = compose(config, 'assist-worker', () => config.staffBaseUrl, { clock, fetch: given, traces });
  const stop = new AbortController();
  const metrics = processMetrics();
  metrics.pool('worker', config.databaseConnections, connection);
  wholeMetrics(metrics.registry, () => measure(context));
  const counted = metrics.counted('worker', log);
  let figures: Awaited<ReturnType<typeof serveMetrics>> | undefined;
  try {
    const problems = config.production ? await notForProduction(connection.client) : [];
    if (problems.length > 0) throw new ConfigError(problems);
    figures = config.metrics && (await serveMetrics(metrics.registry, config.metrics.port, config.metrics.host));
  } catch (error) {
    await connection.close();
    throw error;
  }
  const done = running ? work(context, counted, stop.signal, metrics.watch) : Promise.resolve();
  return {
    drain: async () => (await drainOutbox(context, counted)).rows,
    chores: () => doChores(context),
    metricsUrl: figures?.url,
    close: async () => {
      stop.abort();
      await Promise.all([done, figures?.close()]);
      await connection.close();
    },
  };
}
