import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';
import { secretText } from '../crypto/codes.ts';
import { SAMPLE_CLERKS } from '../reference/sample-clerks.ts';
import { clerkPage, errorPage, leavePage, leftPage } from './clerk-page.ts';

export interface DevIdentityProviderOptions {
  /** 0 for any free one. */
  readonly port: number;
  readonly host?: string;
  readonly client: {
    readonly id: string;
    readonly secret: string;
    /** Where the desk is; its `/staff/auth/callback` is allowed. */
    readonly deskUrls: readonly string[];
    /** Whom it tells, by itself, that somebody left. */
    readonly tells?: string;
  };
}
export interface DevIdentityProvider {
  readonly issuer: string;
  close(): Promise<void>;
}

const HOUR = 3600;
/** What it says of whoever used a password and something she holds; both are only played here. */
const TWO_FACTORS = 'two-factors';

/** An OpenID provider on loopback with a page on which one of the sample clerks is chosen. Everything it knows is in memory. */
export async function startDevIdentityProvider(options: DevIdentityProviderOptions): Promise<DevIdentityProvider> {
  const host = options.host ?? '127.0.0.1';
  let answer: (req: IncomingMessage, res: ServerResponse) => void = (_req, res) => res.writeHead(503).end();
  const server = createServer((req, res) => answer(req, res));
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(options.port, host, () => resolve()));
  const issuer = `http://${host}:${(server.address() as AddressInfo).port}`;
  const provider = await makeProvider(issuer, options.client);
  const oidc = provider.callback();
  answer = (req, res) => {
    const choosing = /^\/choose\/[\w-]+$/.test((req.url ?? '').split('?')[0] as string);
    if (choosing) void choose(provider, req, res).catch(() => res.writeHead(400).end('sign-in is over, start again'));
    else void oidc(req, res);
  };
  return {
    issuer,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const withoutItsOwnWay: typeof fetch = (url, init) => fetch(url, { ...init, ...{ dispatcher: undefined } });

async function makeProvider(issuer: string, client: DevIdentityProviderOptions['client']): Promise<Provider> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const desks = client.deskUrls.map((url) => url.replace(/\/$/, ''));
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: desks.map((url) => `${url}/staff/auth/callback`),
        post_logout_redirect_uris: desks.map((url) => `${url}/`),
        grant_types: ['authorization_code'],
        response_types: ['code'],
        id_token_signed_response_alg: 'RS256',
        require_auth_time: true,
        ...(client.tells && { backchannel_logout_uri: client.tells }),
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: [secretText()] },
    pkce: { required: () => true },
    acrValues: [TWO_FACTORS],
    claims: { openid: ['sub', 'acr', 'amr'] },
    conformIdTokenClaims: false,
    // The library's own pages fetch a typeface from elsewhere.
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: client.tells !== undefined },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = leavePage(form);
        },
        postLogoutSuccessSource: (ctx) => {
          ctx.body = leftPage();
        },
      },
    },
    renderError: (ctx, out) => {
      ctx.type = 'html';
      ctx.body = errorPage({ ...out });
    },
    interactions: { url: (_ctx, interaction) => `/choose/${interaction.uid}` },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    // The library's own reaches nobody on this machine.
    ...(client.tells && { fetch: withoutItsOwnWay }),
    // The clerk agrees to nothing here: the desk is the township's own.
    loadExistingGrant: async (ctx) => {
      const { client: rp, session } = ctx.oidc;
      if (!rp || !session?.accountId) return undefined;
      const grant = new provider.Grant({ clientId: rp.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
    ttl: { Session: 10 * HOUR, Interaction: HOUR, Grant: HOUR, AccessToken: HOUR, IdToken: HOUR, AuthorizationCode: 60 },
  });
  return provider;
}

async function choose(provider: Provider, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const { uid, params } = await provider.interactionDetails(req, res);
  const again = params.max_age !== undefined;
  if (req.method !== 'POST') {
    res
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
      .end(clerkPage(uid, SAMPLE_CLERKS, again));
    return;
  }
  let body = '';
  for await (const chunk of req) body += chunk;
  const chosen = new URLSearchParams(body);
  const subject = chosen.get('clerk');
  const clerk = SAMPLE_CLERKS.find((one) => one.subject === subject);
  if (!clerk) throw new Error('no such clerk');
  const shown = chosen.has('password-only') ? { amr: ['pwd'] } : { acr: TWO_FACTORS, amr: ['pwd', 'otp', 'mfa'] };
  await provider.interactionFinished(req, res, { login: { accountId: clerk.subject, ...shown } }, { mergeWithLastSubmission: false });
}
