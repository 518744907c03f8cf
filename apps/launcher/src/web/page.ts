import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { getConnInfo } from '@hono/node-server/conninfo';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import { proxy } from 'hono/proxy';

/** Answers as soon as the server listens, built page or not. */
const ready = '/__ready';

const loopback = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/;

/** What both pages may load: themselves, and nothing from elsewhere; no script that stands in the page. Ant Design and Taro write styles. */
const BOTH = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
];
const POLICIES = {
  /** Photos are shown from memory, sounds and videos played from it. The same as in the desk's README. */
  desk: [...BOTH, "font-src 'self'", "img-src 'self' blob:", "media-src 'self' blob:", "connect-src 'self'"].join('; '),
  /** A chosen photo is read from memory before it goes up, what was said is listened to there; icons and Taro's own typeface lie inside of the style sheet. */
  residents: [...BOTH, "font-src 'self' data:", "img-src 'self' blob: data:", "media-src 'self' blob:", "connect-src 'self' blob:"].join(
    '; ',
  ),
} as const;

export type Page = {
  /** Where a browser finds it. The same page under another name of this machine leads here: cookies and sign-in know one name. */
  readonly address: string;
  /** Whose page it is: what it may load differs. */
  readonly policy: keyof typeof POLICIES;
  /** Folder with the built page. */
  readonly folder: string;
  /** Which paths go on to which server: '/api' → 'http://127.0.0.1:8787'. */
  readonly forward: Readonly<Record<string, string>>;
};

/** A built page and the servers behind it on one origin, so that neither needs CORS. Paths of the page's router get its index. */
export function pageServer({ address, policy, folder, forward }: Page): Hono {
  const app = new Hono();
  app.use('*', async (c, next) => {
    const asked = new URL(c.req.url);
    // A foreign page whose name resolves to this machine could sign in as anyone through the sandbox.
    if (!loopback.test(asked.hostname)) return c.text('this machine only', 403);
    if (c.req.header('sec-fetch-mode') !== 'navigate' || asked.origin === address) return next();
    return c.redirect(address + asked.pathname + asked.search);
  });
  app.use('*', async (c, next) => {
    await next();
    const headers = {
      'content-security-policy': POLICIES[policy],
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    };
    // What the server behind says itself holds.
    for (const [name, value] of Object.entries(headers)) if (!c.res.headers.has(name)) c.header(name, value);
  });
  app.get(ready, (c) => c.body(null, 204));
  for (const [prefix, server] of Object.entries(forward)) {
    app.all(`${prefix}/*`, (c) => goOn(c, server));
    app.all(prefix, (c) => goOn(c, server));
  }
  // Scripts and styles only: what a server behind answers has something of a person in it, and its length would tell.
  app.use('*', compress({ encoding: 'gzip' }));
  app.use(
    '*',
    serveStatic({
      root: folder,
      // The name of a built file carries its content's hash; everything else is asked for anew.
      onFound: (file, c) =>
        c.header('cache-control', /[.-][\w-]{8,}\.\w+$/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache'),
    }),
  );
  app.get('*', async (c) => {
    // A missing script answered with the page would only show as a syntax error.
    if (path.extname(c.req.path) !== '') return c.notFound();
    const index = await readFile(path.join(folder, 'index.html'), 'utf8').catch(() => undefined);
    return index === undefined ? c.notFound() : c.html(index, 200, { 'cache-control': 'no-cache' });
  });
  return app;
}

async function goOn(c: Context, server: string): Promise<Response> {
  const { pathname, search, host, protocol } = new URL(c.req.url);
  const headers = {
    ...c.req.header(),
    'x-forwarded-host': host,
    'x-forwarded-proto': protocol.slice(0, -1),
    'x-forwarded-for': getConnInfo(c).remote.address,
  };
  try {
    return await proxy(`${server}${pathname}${search}`, { raw: c.req.raw, redirect: 'manual', headers });
  } catch {
    // As in the contracts' list of problems; this server knows nothing else of them.
    const title = '没接上，是我们的问题。填好的都在，请等一下再试';
    const problem = { type: 'about:problem/unavailable', title, status: 502, code: 'unavailable' };
    return c.json(problem, 502, { 'content-type': 'application/problem+json' });
  }
}
