import { closeSync, existsSync, fchmodSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { archiveFromTheBeginning } from './backup/archive.ts';
import { explain, plainEnvironment, prepareCluster, refuseFullDisk, superuser } from './cluster.ts';
import { databases, type LocalDatabases } from './databases.ts';
import { type Leashed, runOnLeash } from './leash.ts';
import { clearStaleServer, takeHome } from './lock.ts';
import { choosePlace, diskFull, type Place } from './place.ts';
import { freePort, portTaken } from './port.ts';

export type LocalPostgresOptions = {
  /** Folder that keeps the data, the password and the log; made if missing. */
  readonly dataDir: string;
  /** TCP port on 127.0.0.1; any free one if left out. */
  readonly port?: number;
  /** Default true. False: faster, and a power cut (not a kill) may cost the data. For tests. */
  readonly fsync?: boolean;
  /** Where root puts binaries and data when the database's account cannot reach the clone. Default /var/lib/social-assistance. */
  readonly elsewhere?: string;
};

export type LocalPostgres = LocalDatabases & {
  /** Of the maintenance database `postgres`, as superuser, with the password. */
  readonly url: string;
  readonly port: number;
  /** '18.4' for example. */
  readonly version: string;
  /** Settles when the server ends, asked or not. */
  readonly ended: Promise<void>;
  /** Fast shutdown: open transactions are rolled back, what was committed is on disk. */
  stop(): Promise<void>;
};

/**
 * Starts the Postgres that came with the packages, on loopback only, with a random password. It ends when this process ends, however
 * it ends. Throws {@link LocalPostgresProblem} with a sentence for a person.
 */
export async function startPostgres(options: LocalPostgresOptions): Promise<LocalPostgres> {
  const { fsync = true } = options;
  const place = choosePlace(options.dataDir, options.elsewhere);
  refuseFullDisk(place);
  const giveBack = takeHome(place.home);
  try {
    await clearStaleServer(place.cluster);
    const password = await prepareCluster(place, fsync);
    if (fsync) archiveFromTheBeginning(place);
    const { server, port } = await launch(place, options.port, fsync);
    const urlOf = (database: string) => `postgres://${superuser}:${password}@127.0.0.1:${port}/${database}`;
    const inside = databases(urlOf);
    return {
      ...inside,
      url: urlOf('postgres'),
      port,
      version: place.version,
      ended: server.ended.then(() => giveBack()),
      stop: async () => {
        await server.stop();
        giveBack();
      },
    };
  } catch (problem) {
    giveBack();
    throw (problem as NodeJS.ErrnoException).code === 'ENOSPC' ? diskFull(place.home) : problem;
  }
}

async function launch(place: Place, wanted: number | undefined, fsync: boolean): Promise<{ server: Leashed; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(wanted);
    const logFile = path.join(place.home, 'log');
    const server = run(place, port, fsync, logFile);
    if (await isReady(server, place)) return { server, port };
    const said = readFileSync(logFile, 'utf8');
    // Children of a killed server hold its shared memory for a moment; a free port may be lost to a neighbour.
    const passing =
      /pre-existing shared memory|in use by another server/i.test(said) || (wanted === undefined && /could not bind/i.test(said));
    if (!passing || attempt === 20) throw /could not bind/i.test(said) ? portTaken(port) : explain(said, place);
    await pause(250);
  }
}

function run(place: Place, port: number, fsync: boolean, logFile: string): Leashed {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    // The BFF knows the embedded database by this name and refuses it in production.
    cluster_name: 'assist-embedded',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Values of rows are personal data: neither statements nor details may reach the log.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length: '0',
    ...(fsync ? { archive_mode: 'on' } : { fsync: 'off', full_page_writes: 'off' }),
  };
  const args = ['-D', place.cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const log = openSync(logFile, 'w', 0o600);
  fchmodSync(log, 0o600);
  const server = runOnLeash(path.join(place.native, 'bin', 'postgres'), args, {
    cwd: '/',
    env: plainEnvironment(),
    uid: place.account?.uid,
    gid: place.account?.gid,
    stdout: log,
    stderr: log,
    // SIGINT is Postgres' fast shutdown; SIGTERM would wait for every client.
    signal: 'INT',
    grace: 10_000,
  });
  closeSync(log);
  server.unref();
  return server;
}

/** True when it takes connections, false when it ended instead. Its pid file says so without costing a connection. */
async function isReady(server: Leashed, { cluster }: Place): Promise<boolean> {
  let ended = false;
  void server.ended.then(() => {
    ended = true;
  });
  const file = path.join(cluster, 'postmaster.pid');
  while (!ended) {
    if (existsSync(file) && readFileSync(file, 'utf8').split('\n')[7]?.trim() === 'ready') return true;
    await pause(20);
  }
  return false;
}
