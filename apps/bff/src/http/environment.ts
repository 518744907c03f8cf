import type { HttpBindings } from '@hono/node-server';
import type { Log } from '../log.ts';
import type { Context as ServiceContext } from '../services/context.ts';

/** What middleware leaves for the log. */
export interface Variables {
  route?: string;
  problem?: string;
  instance?: string;
}
export interface Env {
  Bindings: Partial<HttpBindings>;
  Variables: Variables;
}
export interface AppOptions {
  readonly services: ServiceContext;
  readonly log: Log;
  readonly production: boolean;
  /** Proxies in front whose X-Forwarded-For is believed. */
  readonly trustedProxies: number;
}
