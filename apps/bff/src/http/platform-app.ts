import { platformApi } from '@assist/contracts';
import type { Context, Hono } from 'hono';
import { authenticatePlatform, issuePlatformToken, type PlatformCaller, requireScope } from '../services/platform/authenticate.ts';
import { acknowledge, readChanges } from '../services/platform/read-changes.ts';
import { readDeliveries } from '../services/platform/read-deliveries.ts';
import { readPlatformReferral } from '../services/platform/read-referral.ts';
import { readPlatformRun, recordForOfficer } from '../services/platform/runs.ts';
import { countCall } from '../services/rate/count.ts';
import { asPlatform } from '../services/staff/scope.ts';
import { addressOf } from './address.ts';
import { baseApp, closeRoutes } from './base-app.ts';
import type { AppOptions, Env } from './environment.ts';
import { Answer, type Handle, mount } from './mount.ts';
import { openapi } from './openapi.ts';
import { readLimited } from './read-body.ts';

const OK = 200;
const api = platformApi;
const TOKEN = '/platform/token';
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const MOST_TOKEN_REQUEST_BYTES = 16 * 1024;

/** The application for other systems, on a port of its own: opened only where any are configured. */
export function platformApp(options: AppOptions): Hono<Env> {
  const app = baseApp(options);
  const on = <E extends (typeof api)[keyof typeof api]>(e: E, handle: Handle<E, PlatformCaller>) =>
    mount(
      app,
      e,
      {
        ...options,
        authenticate: async (c: Context<Env>) => {
          const who = await authenticatePlatform(options.services, c.req.header('authorization'));
          requireScope(who, e.scope);
          return { who, scope: `platform:${who.client.id}`, services: asPlatform(options.services, who.client.districts) };
        },
      },
      handle,
    );
  on(api.platformChanges, ({ ctx, who, query }) => readChanges(ctx, who, query));
  on(api.platformAcknowledge, ({ ctx, who, body }) => acknowledge(ctx, who, body.cursor));
  on(api.platformDeliveries, ({ ctx, who, query }) => readDeliveries(ctx, who, query));
  on(api.platformRun, ({ ctx, who, params }) => readPlatformRun(ctx, who, params.runId));
  on(api.platformReferral, ({ ctx, who, params }) => readPlatformReferral(ctx, who, params.referralId));
  on(api.platformRecordEvent, async ({ ctx, who, params, body }) => {
    const { view, fresh } = await recordForOfficer(ctx, who, { ...params, ...body });
    return new Answer(view, fresh ? undefined : OK);
  });
  tokenRoute(app, options);
  const document = openapi('救助通：别的系统', api, 'client');
  app.get('/platform/openapi.json', (c) => c.json(document));
  closeRoutes(app, options.log);
  return app;
}

/** RFC 6749 § 4.4 with a client assertion (RFC 7523 § 2.2); its errors are those of RFC 6749 § 5.2. */
function tokenRoute(app: Hono<Env>, { services, trustedProxies }: AppOptions): void {
  app.post(TOKEN, async (c) => {
    c.set('route', TOKEN);
    await countCall(services, 'platformToken', addressOf(c, trustedProxies));
    const refuse = (error: string, status: 400 | 401 = 400) => {
      c.set('problem', error);
      return c.json({ error }, status);
    };
    if (!/^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? '')) return refuse('invalid_request');
    const asked = new URLSearchParams((await readLimited(c.req.raw, MOST_TOKEN_REQUEST_BYTES, 'too-large')).toString('utf8'));
    if (asked.get('grant_type') !== 'client_credentials') return refuse('unsupported_grant_type');
    const assertion = asked.get('client_assertion');
    if (asked.get('client_assertion_type') !== ASSERTION_TYPE || !assertion) return refuse('invalid_client', 401);
    const token = await issuePlatformToken(services, assertion, asked.get('scope') ?? undefined);
    if (token === 'no-scope') return refuse('invalid_scope');
    if (!token) return refuse('invalid_client', 401);
    return c.json({ access_token: token.accessToken, token_type: 'Bearer', expires_in: token.seconds, scope: token.scope });
  });
}
