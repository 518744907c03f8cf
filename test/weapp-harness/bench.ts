import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type LaunchOptions, launchWeapp, type WeappApp } from './index.ts';

const FIXTURE = path.join(path.dirname(fileURLToPath(import.meta.url)), 'fixture');
/** The domain that the fixture believes in. */
export const DOMAIN = 'https://api.example.test';

export const launchFixture = (options: Partial<LaunchOptions> = {}) => launchWeapp({ dist: FIXTURE, ...options });

/** Lets the fixture's bench page do one wx call, and reads what it shows. */
// biome-ignore lint/suspicious/noExplicitAny: results are asserted by the tests
export async function bench(app: WeappApp, order: { api: string; option?: object; args?: unknown[]; times?: number }): Promise<any> {
  await startOnBench(app, order);
  await app.settle();
  return shownOnBench(app);
}

/** The same without waiting for its end. */
export async function startOnBench(
  app: WeappApp,
  order: { api: string; option?: object; args?: unknown[]; times?: number },
): Promise<void> {
  await app.fill('#order', JSON.stringify(order));
  await app.$('#run').tap();
}

// biome-ignore lint/suspicious/noExplicitAny: results are asserted by the tests
export async function shownOnBench(app: WeappApp): Promise<any> {
  await app.page.waitForFunction(() => document.querySelector('wx-page:not([hidden]) #out')?.textContent !== '');
  return JSON.parse((await app.$('#out').textContent()) ?? '');
}

interface Heard {
  readonly method: string;
  readonly url: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A server that keeps what it heard; `/hold…` waits until released, `/teapot` answers 418. */
export async function startEcho() {
  const heard: Heard[] = [];
  const broken: string[] = [];
  const held: (() => void)[] = [];
  let arrived: () => void = () => undefined;
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    request.on('error', () => broken.push(request.url ?? ''));
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      return;
    }
    const url = request.url ?? '';
    heard.push({ method: request.method ?? '', url, headers: request.headers, body: Buffer.concat(chunks) });
    if (url.startsWith('/hold')) {
      await new Promise<void>((go) => {
        held.push(go);
        arrived();
      });
    }
    response.writeHead(url.startsWith('/teapot') ? 418 : 200, { 'content-type': 'application/json', 'X-Number': '7' });
    response.end(JSON.stringify({ heard: heard.length }));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    broken,
    /** Resolves when so many calls wait in `/hold`. */
    holding: (count: number) =>
      new Promise<void>((done) => {
        arrived = () => {
          if (held.length >= count) done();
        };
        arrived();
      }),
    release() {
      for (const go of held.splice(0)) go();
    },
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
