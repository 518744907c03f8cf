import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type LocalPostgres, makeReplica, startPostgres } from '@assist/local-postgres';
import { testServerVariable, testTemplate } from '@assist/local-postgres/testing';
import postgres from 'postgres';
import { migrate } from '../migrate.ts';
import { type BffForTest, bffForTest } from './bff-for-test.ts';

export interface ReplicaForTest {
  readonly bff: BffForTest;
  /** Of the BFF's database on the replica, as superuser. */
  readonly url: string;
  /** So long a commit waits before it is replayed; none again without. */
  lag(ms: number): Promise<void>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  promote(): Promise<void>;
  /** SIGKILL, as the kernel does it. */
  kill(): Promise<void>;
  /** Again on the same folder and port, where it goes on following. */
  start(): Promise<void>;
  /** A new copy of the primary in the place of what was there. */
  remake(): Promise<void>;
  /** It is there and says nothing, until `thaw`. */
  freeze(): Promise<void>;
  thaw(): void;
  /** Kills the primary and starts it again. */
  restartPrimary(): Promise<void>;
  /** What the BFF counted: who served, and why. */
  counts(): Promise<Record<string, number>>;
  gauge(name: string): Promise<number>;
  close(): Promise<void>;
}

/** A primary and a streaming replica of their own, with a BFF that knows both. */
export async function replicaForTest(): Promise<ReplicaForTest> {
  const root = mkdtempSync(path.join(tmpdir(), 'assist-replica-'));
  const [one, two] = [path.join(root, 'primary'), path.join(root, 'replica')];
  let primary = await startPostgres({ dataDir: one, fsync: false });
  await migrate(await primary.createDatabase(testTemplate));
  const copy = (port?: number) =>
    makeReplica({ primaryUrl: primary.url, primaryDataDir: one, dataDir: two, fsync: false, ...(port && { port }) });
  let replica: LocalPostgres = await copy();
  const { port } = replica;
  const before = process.env[testServerVariable];
  process.env[testServerVariable] = primary.url;
  let url = '';
  const bff = await bffForTest((config) => {
    url = replica.urlOf(new URL(config.databaseUrl).pathname.slice(1));
    return { ...config, databaseReplicaUrl: url, metrics: { port: 0, host: '127.0.0.1' } };
  });
  process.env[testServerVariable] = before;

  const on = async <T>(address: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> => {
    const sql = postgres(address, { max: 1, onnotice: () => undefined });
    return work(sql).finally(() => sql.end({ timeout: 1 }));
  };
  const ask = <T>(work: (sql: postgres.Sql) => Promise<T>) => on(replica.url, work);
  /** Every process of a server, the postmaster first. */
  const processes = (address: string) =>
    on(address, async (sql) => {
      const [file] = await sql`select split_part(pg_read_file('postmaster.pid'), E'\n', 1)::int as pid`;
      const all = await sql`select pid from pg_stat_activity where pid <> pg_backend_pid()`;
      return [Number(file?.pid), ...all.map((row) => Number(row.pid))];
    });
  const signal = (pids: readonly number[], name: NodeJS.Signals) => {
    for (const pid of pids)
      try {
        process.kill(pid, name);
      } catch {
        // Gone by itself.
      }
  };
  const killed = async (server: LocalPostgres) => {
    signal((await processes(server.url)).slice(0, 1), 'SIGKILL');
    await server.ended;
  };
  let frozen: number[] = [];
  const text = async () => (await fetch(`${bff.metricsUrl}/metrics`)).text();
  return {
    bff,
    get url() {
      return url;
    },
    lag: async (ms) => {
      await ask((sql) => sql.unsafe(`alter system set recovery_min_apply_delay = ${ms}`));
      await ask((sql) => sql`select pg_reload_conf()`);
    },
    pause: () => ask(async (sql) => void (await sql`select pg_wal_replay_pause()`)),
    resume: () => ask(async (sql) => void (await sql`select pg_wal_replay_resume()`)),
    promote: () => ask(async (sql) => void (await sql`select pg_promote()`)),
    kill: () => killed(replica),
    start: async () => {
      replica = await startPostgres({ dataDir: two, port, fsync: false });
    },
    remake: async () => {
      await replica.stop();
      replica = await copy(port);
    },
    freeze: async () => {
      frozen = await processes(replica.url);
      signal(frozen, 'SIGSTOP');
    },
    thaw: () => {
      signal(frozen, 'SIGCONT');
      frozen = [];
    },
    restartPrimary: async () => {
      const { port: same } = primary;
      await killed(primary);
      primary = await startPostgres({ dataDir: one, port: same, fsync: false });
    },
    counts: async () =>
      Object.fromEntries(
        [...(await text()).matchAll(/^assist_replica_reads_total\{by="(\w+)",why="([\w-]+)"\} (\d+)/gm)].map(([, by, why, n]) => [
          by === 'replica' ? 'served' : String(why),
          Number(n),
        ]),
      ),
    gauge: async (name) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(await text())?.[1] ?? Number.NaN),
    close: async () => {
      signal(frozen, 'SIGCONT');
      await bff.close();
      await replica.stop();
      await primary.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
