import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { type Endpoint, PROBLEMS, type ProblemCode, type staffApi } from '@assist/contracts';
import { act } from './fake-acts.ts';
import { FakeTown, Refused } from './fake-town.ts';
import { HANDLER } from './fixtures.ts';
import { matchEndpoint } from './match-endpoint.ts';
import { picture } from './picture.ts';

/** Where the desk's own rules for the page are kept strict: what the static server in front of it must send. */
export const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob:; media-src 'self' blob:; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.html': 'text/html; charset=utf-8',
};

/** A township in memory behind HTTP, for tests of the page only. It answers in the contracts' shapes, checked by their schemas. */
export class FakeTownship extends FakeTown {
  /** Every answer of this endpoint is this problem, until it is taken out. */
  refuse = new Map<string, ProblemCode>();
  /** The next request of this endpoint is done, and its answer lost on the way. */
  loseAnswer = new Set<string>();
  /** `PUT markOpened`, with its key if any: what arrived, in order. */
  heard: { readonly id: string; readonly key: string | undefined; readonly body: unknown; readonly header: string | undefined }[] = [];
  private done = new Map<string, unknown>();
  private server: Server | undefined;
  private readonly dist: string;

  constructor(dist: string) {
    super();
    this.dist = dist;
  }

  async listen(): Promise<string> {
    const server = createServer((request, response) => void this.answer(request, response));
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    const { server } = this;
    server?.closeAllConnections();
    return new Promise((resolve) => (server ? server.close(() => resolve()) : resolve()));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://desk');
    if (url.pathname.startsWith('/staff/auth/login')) {
      if (!url.searchParams.has('second')) this.staff = HANDLER;
      else this.refuse.clear();
      response.writeHead(302, { location: url.searchParams.get('returnTo') ?? '/' }).end();
      return;
    }
    if (!url.pathname.startsWith('/staff/')) {
      this.page(url.pathname, response);
      return;
    }
    let text = '';
    for await (const chunk of request) text += chunk;
    const matched = matchEndpoint(request.method ?? 'GET', url.pathname);
    try {
      if (!matched) throw new Refused('not-found');
      const { endpoint, params } = matched;
      const key = request.headers['idempotency-key'] as string | undefined;
      const multipart = request.headers['content-type']?.startsWith('multipart/');
      const body: unknown = text && !multipart ? JSON.parse(text) : undefined;
      this.heard.push({ id: endpoint.id, key, body, header: request.headers['x-requested-with'] as string | undefined });
      if (!this.staff) throw new Refused('not-signed-in');
      const refused = this.refuse.get(endpoint.id);
      if (refused) throw new Refused(refused);
      if (endpoint.key === 'header' && !key) throw new Refused('key-missing');
      if (endpoint.method !== 'GET' && request.headers['x-requested-with'] !== 'desk') throw new Refused('forbidden');
      if (endpoint.id === 'staffFile') {
        response.writeHead(200, { 'content-type': 'image/png' }).end(picture(params.fileId ?? ''));
        return;
      }
      const data = key && this.done.has(key) ? this.done.get(key) : act(this, endpoint.id, params, url.searchParams, body);
      if (key) this.done.set(key, data);
      if (this.loseAnswer.delete(endpoint.id)) {
        // Half an answer: with none at all Chromium would send it again by itself.
        response.writeHead(endpoint.status, { 'content-type': 'application/json', 'content-length': 999 });
        response.write('{', () => request.socket.destroy());
        return;
      }
      const { answer } = endpoint as Endpoint<undefined, undefined, undefined, NonNullable<typeof staffApi.staffMe.answer>>;
      // A fixture that is not the contract's shape fails here, not in the page.
      answer?.parse(data);
      response.writeHead(endpoint.status, { 'content-type': 'application/json' }).end(JSON.stringify(data));
    } catch (error) {
      const code = error instanceof Refused ? error.code : 'unknown';
      if (code === 'unknown') console.error(error);
      const [status, title] = PROBLEMS[code];
      const problem = { type: `about:problem/${code}`, title, status, code, instance: 'W7K-3Q9' };
      response.writeHead(status, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem));
    }
  }

  private page(path: string, response: ServerResponse): void {
    const file = extname(path) ? path : '/index.html';
    try {
      response
        .writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-security-policy': PAGE_POLICY })
        .end(readFileSync(join(this.dist, file)));
    } catch {
      response.writeHead(404).end();
    }
  }
}
