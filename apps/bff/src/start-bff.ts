import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Clock } from './clock.ts';
import { compose } from './compose.ts';
import { type Config, ConfigError } from './config.ts';
import { connect } from './db/connect.ts';
import { replicaLink } from './db/replica.ts';
import type { Env } from './http/environment.ts';
import { platformApp } from './http/platform-app.ts';
import { residentApp } from './http/resident-app.ts';
import { staffApp } from './http/staff-app.ts';
import { type Log, logToStdout } from './log.ts';
import { processMetrics } from './metrics/process-metrics.ts';
import { serveMetrics } from './metrics/serve.ts';
import { notForProduction } from './reference/refuse-in-production.ts';
import { replicaReads } from './services/replica/serve.ts';
import { tracesTo } from './traces/traces-to.ts';

export interface BffOptions {
  readonly config: Config;
  /** Milliseconds since 1970. Default: the machine's. */
  readonly clock?: Clock;
  /** How WeChat is reached. */
  readonly fetch?: typeof fetch;
  readonly log?: Log;
}

export interface Bff {
  readonly residentUrl: string;
  readonly staffUrl: string;
  /** For other systems, where any are configured. */
  readonly platformUrl: string | undefined;
  /** Where its figures are, where they are given. */
  readonly metricsUrl: string | undefined;
  /** Lets requests under way end, then closes the database. */
  close(): Promise<void>;
}

/** Longer than any request may take. */
const GRACE_MS = 10_000;

/**
 * Starts both applications. Port 0 takes a free one; an empty `staffBaseUrl` then means the staff application itself.
 * @throws ConfigError where production would work with what is only for development
 */
export async function startBff({ config, clock = Date.now, fetch: given, log = logToStdout }: BffOptions): Promise<Bff> {
  let staffUrl = '';
  const deskUrl = () => config.staffBaseUrl || staffUrl;
  const traces = await tracesTo(config.traces, 'assist-http');
  const { context: services, connection } = compose(config, 'assist-http', deskUrl, { clock, fetch: given, actor: 'account', traces });
  // The staff's side has a pool of its own, which sees nothing of a township until a transaction says who is asking.
  const door = connect(config.databaseUrl, config.databaseConnections, 'assist-staff', 'door');
  const metrics = processMetrics();
  metrics.pool('residents', config.databaseConnections, connection);
  metrics.pool('staff', config.databaseConnections, door);
  const replica =
    config.databaseReplicaUrl === undefined
      ? undefined
      : replicaReads({
          primary: connection.client,
          link: replicaLink(config.databaseReplicaUrl, config.databaseConnections, 'assist-replica'),
          counted: metrics.replica.counted,
        });
  if (replica) metrics.replica.watch(() => replica.state);
  const stop = new AbortController();
  let looking: Promise<void> | undefined;
  const closeDatabase = async () => {
    stop.abort();
    await looking;
    await Promise.all([connection.close(), door.close(), replica?.close()]);
  };
  let figures: Awaited<ReturnType<typeof serveMetrics>> | undefined;
  const open: Server[] = [];
  try {
    if (config.production) {
      const problems = await notForProduction(connection.client);
      if (problems.length > 0) throw new ConfigError(problems);
    }
    const optionsOf = (app: string) => ({
      services,
      log: metrics.counted(app, log),
      production: config.production,
      trustedProxies: config.trustedProxies,
    });
    const resident = await listen(
      residentApp({ ...optionsOf('residents'), services: { ...services, ...(replica && { replica }) }, webOrigins: config.webOrigins }),
      config.residentPort,
      config.host,
    );
    open.push(resident.server);
    const staffServices = { ...services, db: door.db, client: door.client };
    const { staffNetworks: networks, staffHost = config.host } = config;
    const asksSecondFactor = config.oidc.secondFactor !== undefined;
    const desk = staffApp({ ...optionsOf('staff'), services: staffServices, deskUrl, networks, asksSecondFactor });
    const staff = await listen(desk, config.staffPort, staffHost);
    open.push(staff.server);
    staffUrl = staff.url;
    const platform = services.platform && (await listen(platformApp(optionsOf('platform')), config.platformPort, config.host));
    if (platform) open.push(platform.server);
    figures = config.metrics && (await serveMetrics(metrics.registry, config.metrics.port, config.metrics.host));
    // Away or not, it holds up no start: until it was seen once, nobody asks it.
    looking = replica?.keepLooking(stop.signal);
    return {
      residentUrl: resident.url,
      staffUrl,
      platformUrl: platform?.url,
      metricsUrl: figures?.url,
      close: async () => {
        await Promise.all([...open.map(closeServer), figures?.close()]);
        await closeDatabase();
      },
    };
  } catch (error) {
    await Promise.all(open.map(closeServer));
    await closeDatabase();
    throw error;
  }
}

async function listen(app: Hono<Env>, port: number, host: string): Promise<{ server: Server; url: string }> {
  const server = createAdaptorServer({ fetch: app.fetch as never }) as Server;
  // A phone on a slow line may take long over a photo, but not for ever.
  server.requestTimeout = 120_000;
  server.headersTimeout = 15_000;
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  const { port: taken } = server.address() as AddressInfo;
  return { server, url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}` };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
