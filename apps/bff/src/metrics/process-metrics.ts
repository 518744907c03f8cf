import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Connection } from '../db/connect.ts';
import type { Watch } from '../jobs/work.ts';
import type { Log } from '../log.ts';
import { type ReplicaMetrics, replicaMetrics } from './replica-metrics.ts';

/** Below and above what a person notices; a submission is meant to take less than the third. */
const SECONDS = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export interface ProcessMetrics {
  readonly registry: Registry;
  /** The log of one application, which counts what it is told and hands it on. */
  counted(app: string, log: Log): Log;
  /** Runs of chores. */
  readonly watch: Watch;
  /** Measures, each time it is asked, how long it takes to get a connection of this pool and an answer on it. */
  pool(name: string, most: number, connection: Connection): void;
  /** Of a replica that is read from, where there is one. */
  readonly replica: ReplicaMetrics;
}

/**
 * What one process counts of itself. Labels are names that stand in the code (patterns of routes, codes of problems, chores): no id, no
 * address, nothing of a person. Everything is counted from the lines of the log, so that the two cannot say different things.
 */
export function processMetrics(): ProcessMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'assist_http_requests_total',
    help: 'Requests that were answered, by application, method, route pattern and status.',
    labelNames: ['app', 'method', 'route', 'status'],
    registers,
  });
  const duration = new Histogram({
    name: 'assist_http_request_duration_seconds',
    help: 'From the whole request head to the answer, by application and route pattern.',
    labelNames: ['app', 'route'],
    buckets: SECONDS,
    registers,
  });
  const problems = new Counter({
    name: 'assist_http_problems_total',
    help: 'Answers that said a problem, by its code.',
    labelNames: ['app', 'problem'],
    registers,
  });
  const jobs = new Counter({ name: 'assist_jobs_failed_total', help: 'Tries of outbox work that were thrown back.', registers });
  const runs = new Counter({
    name: 'assist_chore_runs_total',
    help: 'Runs of a chore of the worker, by how they went.',
    labelNames: ['chore', 'result'],
    registers,
  });
  const choreSeconds = new Histogram({
    name: 'assist_chore_duration_seconds',
    help: 'How long a run of a chore took.',
    labelNames: ['chore'],
    buckets: [0.01, 0.1, 1, 10, 60, 600],
    registers,
  });
  const lastRun = new Gauge({
    name: 'assist_chore_last_done_timestamp_seconds',
    help: 'When this process last brought a chore to its end.',
    labelNames: ['chore'],
    registers,
  });
  const findings = new Gauge({
    name: 'assist_chore_findings',
    help: 'What a chore found at its last run that somebody has to look at.',
    labelNames: ['chore'],
    registers,
  });
  return {
    registry,
    counted: (app, log) => (level, line) => {
      if (line.message === 'request') {
        const route = String(line.route);
        requests.inc({ app, method: methodOf(line.method), route, status: String(line.status) });
        duration.observe({ app, route }, Number(line.ms) / 1000);
        if (line.problem) problems.inc({ app, problem: String(line.problem) });
      } else if (line.message === 'job failed') jobs.inc();
      log(level, line);
    },
    watch: (chore, ms, { went, found }) => {
      // What this process found may be mended by now; whoever has the turn says how it stands.
      if (went === 'left') return findings.remove({ chore });
      runs.inc({ chore, result: went });
      choreSeconds.observe({ chore }, ms / 1000);
      if (went === 'done') lastRun.set({ chore }, Date.now() / 1000);
      if (found !== undefined) findings.set({ chore }, found);
    },
    pool: poolMetrics(registers),
    replica: replicaMetrics(registers),
  };
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
/** A method is a word of whoever asks: of invented ones there is no end. */
const methodOf = (given: unknown): string => (METHODS.has(String(given)) ? String(given) : 'other');

function poolMetrics(registers: Registry[]): ProcessMetrics['pool'] {
  const pools = new Map<string, Connection>();
  const most = new Gauge({ name: 'assist_pool_connections_max', help: 'Connections a pool may open.', labelNames: ['pool'], registers });
  new Gauge({
    name: 'assist_pool_wait_seconds',
    help: 'How long one question without work took through this pool just now; -1 where it was not answered.',
    labelNames: ['pool'],
    registers,
    async collect() {
      for (const [pool, connection] of pools) this.set({ pool }, await waitOf(connection));
    },
  });
  return (name, connections, connection) => {
    pools.set(name, connection);
    most.set({ pool: name }, connections);
  };
}

const LONGEST_MS = 3000;

async function waitOf({ client }: Connection): Promise<number> {
  const began = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<number>((resolve) => {
    timer = setTimeout(() => resolve(-1), LONGEST_MS);
  });
  const answered = client`select 1`.then(
    () => (performance.now() - began) / 1000,
    () => -1,
  );
  return Promise.race([answered, late]).finally(() => clearTimeout(timer));
}
