import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { FileOrder, PhoneFiles } from './phone-files.ts';
import type { StorageOrder, WeappStorage } from './weapp-storage.ts';

export interface PageServerOptions {
  readonly dist: string;
  readonly html: string;
  readonly storage: WeappStorage;
  /** The files of the run that is going on. */
  readonly files: () => PhoneFiles;
}

export interface PageServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves the runtime, the build's own assets and the phone's files on loopback, and answers storage and file calls:
 * these are synchronous in WeChat and durable when they return, so the page makes them as synchronous requests.
 */
export async function startPageServer(options: PageServerOptions): Promise<PageServer> {
  const root = path.resolve(options.dist);
  const server = http.createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const sendJson = (value: unknown) => response.setHeader('content-type', 'application/json').end(JSON.stringify(value));
    if (url.pathname === '/') return void response.setHeader('content-type', 'text/html').end(options.html);
    if (url.pathname === '/__storage') return void sendJson(options.storage.call((await bodyOf(request)) as StorageOrder));
    if (url.pathname === '/__files') return void sendJson(options.files().call((await bodyOf(request)) as FileOrder));
    if (url.pathname === '/__file') {
      const file = options.files().get(url.searchParams.get('path') ?? '');
      return void (file === undefined ? response.writeHead(404).end() : response.setHeader('content-type', file.type).end(file.bytes));
    }
    const asset = path.join(root, path.normalize(decodeURIComponent(url.pathname.replace(/^\/app\//, ''))));
    if (url.pathname.startsWith('/app/') && asset.startsWith(root + path.sep) && fs.existsSync(asset)) {
      const type = asset.endsWith('.svg') ? 'image/svg+xml' : undefined;
      if (type !== undefined) response.setHeader('content-type', type);
      return void response.end(fs.readFileSync(asset));
    }
    response.writeHead(404).end();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: http.IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
