import { type Context, Hono } from 'hono';
import { errorLines, type Log } from '../log.ts';
import { checkReady } from '../services/health/check-ready.ts';
import { ServiceProblem } from '../services/problem.ts';
import type { AppOptions, Env } from './environment.ts';
import { asServiceProblem, problemAnswer } from './problem.ts';

const HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'x-frame-options': 'DENY',
  'cross-origin-resource-policy': 'same-site',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/** What both applications have: request log, headers, problems, health. Routes come after it, `closeRoutes` last. */
export function baseApp(options: AppOptions): Hono<Env> {
  const app = new Hono<Env>();
  // The route's pattern and not the path; no trace begins at what a caller sends along.
  app.use((c, next) =>
    options.services.traces.span({ name: c.req.method, kind: 'server', notes: { 'http.request.method': c.req.method } }, async (notes) => {
      await next();
      const route = c.get('route') ?? 'none';
      notes.call(`${c.req.method} ${route}`);
      notes.add({ 'http.route': route, 'http.response.status_code': c.res.status });
      const problem = c.get('problem');
      if (problem) notes.add({ 'assist.problem': problem });
      if (c.res.status >= 500) notes.broke(problem ?? 'no problem');
    }),
  );
  app.use(async (c, next) => {
    const from = performance.now();
    await next();
    for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
    if (options.production) c.res.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
    // The route's pattern and not the path: ids of applications are nobody's business in a log.
    options.log('info', {
      message: 'request',
      method: c.req.method,
      route: c.get('route') ?? 'none',
      status: c.res.status,
      ms: Math.round((performance.now() - from) * 10) / 10,
      problem: c.get('problem'),
      instance: c.get('instance'),
    });
  });
  // Before anything is sealed or opened; whether the process lives is asked without.
  app.use(async (c, next) => {
    if (c.req.path !== '/healthz') await options.services.keys.fresh();
    await next();
  });
  app.onError((error, c) => answerProblem(c, error, options.log));
  app.notFound((c) => answerProblem(c, new ServiceProblem('not-found'), options.log));
  app.get('/healthz', (c) => c.json({ ok: true }));
  app.get('/readyz', async (c) => {
    await checkReady(options.services);
    return c.json({ ok: true });
  });
  return app;
}

/** Any error as a problem, noted for the log; whose fault is ours is written down with where it happened. */
export function answerProblem(c: Context<Env>, error: unknown, log: Log, headers: Record<string, string> = {}): Response {
  const problem = asServiceProblem(error);
  const { response, code, instance } = problemAnswer(problem, headers);
  c.set('problem', code);
  c.set('instance', instance);
  if (response.status >= 500) log('error', { message: 'problem', problem: code, instance, ...errorLines(problem.cause ?? error) });
  return response;
}

/** A known path with another method is 405 and says which there are. */
export function closeRoutes(app: Hono<Env>, log: Log): void {
  const methods = new Map<string, Set<string>>();
  for (const { path, method } of app.routes) {
    if (method === 'ALL' || path.includes('*')) continue;
    methods.set(path, (methods.get(path) ?? new Set()).add(method));
  }
  for (const [path, known] of methods) {
    const allow = [...known, ...(known.has('GET') ? ['HEAD'] : [])].join(', ');
    app.all(path, (c) => {
      c.set('route', path);
      return answerProblem(c, new ServiceProblem('method-not-allowed'), log, { allow });
    });
  }
}
