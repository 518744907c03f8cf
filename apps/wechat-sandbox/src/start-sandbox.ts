import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type HttpBindings, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { controlPlane } from './control/control-plane.ts';
import { readTemplate } from './control/read-template.ts';
import type { PushTarget } from './state/pushes.ts';
import type { Template } from './state/subscriptions.ts';
import { createWorld } from './state/world.ts';
import { wirePlane } from './wire/wire-plane.ts';

/** The mini-program that this WeChat knows. Not secrets: they open nothing but the sandbox. */
export const SANDBOX_APPID = 'wx5a5b0000c0ffee01';
export const SANDBOX_SECRET = '5a5b0000c0ffee015a5b0000c0ffee01';

export interface SandboxOptions {
  /** 0 takes a free one. */
  readonly port?: number;
  /** Milliseconds since 1970. Default: the machine's clock. */
  readonly clock?: () => number;
  /** Where personas are kept, so that openids made here outlive a restart. */
  readonly stateFile?: string | undefined;
  readonly appid?: string;
  readonly secret?: string;
  /** Templates of subscribe messages that the mini-program has, as WeChat's console would show them. */
  readonly templates?: readonly TemplateOrder[];
  /** Where events are pushed to; it can be set later too. */
  readonly push?: PushTarget | undefined;
  /** How an ordered delay is waited for. Given in tests. */
  readonly wait?: (ms: number) => Promise<void>;
}

export interface Sandbox {
  /** `http://127.0.0.1:8790`: base URL of the wire protocol; the control plane lies under `/__sandbox`. */
  readonly url: string;
  readonly appid: string;
  readonly secret: string;
  close(): Promise<void>;
}

/** `content` has a line for each field: `事项:{{thing1.DATA}}`. Type 2 (default) is one-time, 3 long-term. */
export interface TemplateOrder extends Pick<Template, 'id' | 'title' | 'content'> {
  readonly type?: 2 | 3;
  readonly enums?: Readonly<Record<string, readonly string[]>>;
  readonly banned?: boolean;
}

/**
 * Starts a WeChat on this machine's loopback address.
 *
 * @throws Error in production, and when the port is taken (`code: 'EADDRINUSE'`)
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  if (process.env.NODE_ENV === 'production') throw new Error('The WeChat sandbox does not start in production: it signs anyone in');
  const appid = options.appid ?? SANDBOX_APPID;
  const secret = options.secret ?? SANDBOX_SECRET;
  const world = createWorld({
    appid,
    secret,
    clock: options.clock ?? Date.now,
    stateFile: options.stateFile,
    templates: (options.templates ?? []).map(templateOf),
    push: options.push,
    wait: options.wait ?? ((ms) => new Promise((done) => setTimeout(done, ms))),
  });
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.route('/__sandbox', controlPlane(world));
  app.route('/', wirePlane(world));

  const server = await new Promise<Server>((ready, refuse) => {
    const starting = serve({ fetch: app.fetch, port: options.port ?? 0, hostname: '127.0.0.1' }, () => ready(starting)) as Server;
    starting.once('error', refuse);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    appid,
    secret,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function templateOf(order: TemplateOrder): Template {
  const template = readTemplate({ ...order });
  if (typeof template === 'string') throw new Error(`template ${order.id}: ${template}`);
  return template;
}
