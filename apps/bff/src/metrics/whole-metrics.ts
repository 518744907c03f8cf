import { Gauge, type Registry } from 'prom-client';
import type { Measured } from '../services/health/measure.ts';

/** Asked at most so often, however often it is scraped. */
const KEPT_MS = 10_000;

/**
 * What the database says of the whole installation. Each worker says the same: look at `max`, not at `sum`. Where the database does not
 * answer, the last figures are not repeated: `assist_measured` is 0, and so are they.
 */
export function wholeMetrics(registry: Registry, measure: () => Promise<Measured>): void {
  const registers = [registry];
  // Every gauge waits for the same look at the database, whichever of them is asked first.
  let next = 0;
  let looking: Promise<void> | undefined;
  const look = (): Promise<void> => {
    if (Date.now() >= next) looking ??= measureAgain();
    return looking ?? Promise.resolve();
  };
  const gauge = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Gauge({ name, help, labelNames, registers, collect: look });
  const outbox = gauge('assist_outbox_waiting', 'Work that waits in the outbox.');
  const outboxAge = gauge('assist_outbox_oldest_seconds', 'How long the oldest of it has been due.');
  const stuck = gauge('assist_outbox_stuck', 'Work that was tried four times or more and still waits.');
  const open = gauge('assist_queue_open', 'Open items of all townships, by lane.', ['lane']);
  const openAge = gauge('assist_queue_oldest_seconds', 'How long the oldest open item of a lane has been there.', ['lane']);
  const overdue = gauge('assist_queue_overdue', 'Open items whose step is past its day, by lane.', ['lane']);
  const clocks = gauge('assist_clocks_overdue', 'Procedures under way that are past their day.', ['procedure']);
  const waiting = gauge('assist_notices_waiting', 'Notices that wait to be sent, by channel.', ['channel']);
  const waitingAge = gauge('assist_notices_oldest_seconds', 'How long the oldest of them has been due.', ['channel']);
  const notices = gauge('assist_notices_last_hour', 'Notices settled within the hour, by channel and result.', ['channel', 'result']);
  const unsealed = gauge('assist_audit_unsealed_seconds', 'How long the oldest row of the trail without a batch has been there.');
  const connections = gauge('assist_database_connections', 'Connections to the database, by who opened them.', ['application']);
  const most = gauge('assist_database_connections_max', 'Connections the database takes.');
  const all = [outbox, outboxAge, stuck, open, openAge, overdue, clocks, waiting, waitingAge, notices, unsealed, connections, most];

  const put = (found: Measured): void => {
    for (const one of all) one.reset();
    outbox.set(found.outbox.count);
    outboxAge.set(found.outbox.oldestSeconds);
    stuck.set(found.outbox.stuck);
    for (const [lane, it] of found.lanes) {
      open.set({ lane }, it.count);
      openAge.set({ lane }, it.oldestSeconds);
      overdue.set({ lane }, it.overdue);
    }
    for (const [procedure, n] of found.clocksOverdue) clocks.set({ procedure }, n);
    for (const [channel, it] of found.noticesWaiting) {
      waiting.set({ channel }, it.count);
      waitingAge.set({ channel }, it.oldestSeconds);
    }
    for (const { channel, result, count } of found.notices) notices.set({ channel, result }, count);
    unsealed.set(found.unsealedSeconds);
    for (const [application, n] of found.connections) connections.set({ application }, n);
    most.set(found.mostConnections);
  };

  const measured = gauge(
    'assist_measured',
    'Whether the figures of the whole installation are of now: 0 where the database did not answer.',
  );
  const measureAgain = async (): Promise<void> => {
    try {
      put(await measure());
      next = Date.now() + KEPT_MS;
      measured.set(1);
    } catch {
      for (const one of all) one.reset();
      measured.set(0);
    } finally {
      looking = undefined;
    }
  };
}
