import { createHmac, randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeClient, type PlatformScope } from '@assist/contracts';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { BffForTest } from './bff-for-test.ts';

export const AUDIENCE = 'https://assist.example.cn/platform/token';
/** The six that JLP53-6-6d names, in its order. */
export const ALLOWANCES = [
  'elder-disabled-subsidy',
  'elder-aged-subsidy',
  'disability-living-allowance',
  'disability-nursing-allowance',
  'collective-care',
  'old-age-allowance',
];
/** As long as a file may say: no answer of a busy machine is late. */
export const WEBHOOK_MS = 10_000;
const SECRET = Buffer.alloc(32, 7).toString('base64');

export interface Heard {
  readonly id: string;
  readonly body: string;
  readonly headers: IncomingHttpHeaders;
}

/** The city's side: a receiver that does what it is told, and clients with keys of their own. */
export async function cityForTest() {
  const heard: Heard[] = [];
  let onHeard = () => {};
  let behaviour: 'well' | '500' | 'nonsense' | 'silent' | 'redirects' = 'well';
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      heard.push({ id: String(request.headers['webhook-id']), body: Buffer.concat(parts).toString('utf8'), headers: request.headers });
      if (behaviour === 'silent') return onHeard();
      if (behaviour === 'nonsense') request.socket.end('not HTTP at all\r\n\r\n');
      else if (behaviour === '500') response.writeHead(500).end('<html>no</html>');
      else if (behaviour === 'redirects') response.writeHead(302, { location: '/elsewhere' }).end();
      else response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
  const pairs = new Map<string, Awaited<ReturnType<typeof generateKeyPair>>>();
  const clientOf = async (
    id: string,
    districts: readonly string[],
    scopes: readonly PlatformScope[],
    told: boolean,
    referrals?: readonly string[],
  ) => {
    const pair = await generateKeyPair('ES256', { extractable: true });
    pairs.set(id, pair);
    return {
      id,
      name: id,
      districts,
      scopes,
      ...(referrals && { referrals }),
      keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'ES256' }],
      ...(told && { webhook: { url, secrets: [`whsec_${SECRET}`], timeoutMs: WEBHOOK_MS } }),
    };
  };
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'assist-city-')), 'clients.json');
  const clients = [
    await clientOf('city', ['500107'], ['changes:read', 'runs:read', 'people:read', 'runs:write'], true),
    await clientOf('other-city', ['500118'], ['changes:read', 'runs:read'], false),
    // Departments that decide about a help of their own.
    await clientOf('allowances', ['500107'], ['changes:read', 'referrals:read', 'people:read'], false, ALLOWANCES),
    await clientOf('labour', ['500107'], ['changes:read', 'referrals:read'], false, ['employment']),
    await clientOf('allowances-elsewhere', ['500118'], ['changes:read', 'referrals:read', 'people:read'], false, ALLOWANCES),
  ];
  writeFileSync(file, JSON.stringify({ audience: AUDIENCE, clients }));
  return {
    file,
    heard,
    behave: (next: typeof behaviour) => {
      behaviour = next;
    },
    /** In the place of `AbortSignal.timeout`: the time is over once the silent city has heard everything. */
    timeOver: () => {
      const over = new AbortController();
      onHeard = () => over.abort(new DOMException('it is over', 'TimeoutError'));
      return over.signal;
    },
    /** What a receiver computes for itself. */
    signatureOf: ({ id, body, headers }: Heard) =>
      `v1,${createHmac('sha256', Buffer.from(SECRET, 'base64')).update(`${id}.${headers['webhook-timestamp']}.${body}`).digest('base64')}`,
    assertion: (bff: BffForTest, id: string, claims: { jti?: string; seconds?: number; key?: string; audience?: string } = {}) => {
      const at = Math.floor(bff.clock() / 1000);
      return new SignJWT({})
        .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
        .setIssuer(id)
        .setSubject(id)
        .setAudience(claims.audience ?? AUDIENCE)
        .setJti(claims.jti ?? randomUUID())
        .setIssuedAt(at)
        .setExpirationTime(at + (claims.seconds ?? 60))
        .sign(pairs.get(claims.key ?? id)?.privateKey as CryptoKey);
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
export type CityForTest = Awaited<ReturnType<typeof cityForTest>>;

export const askToken = (bff: BffForTest, assertion: string, scope?: string): Promise<Response> =>
  fetch(`${bff.platformUrl}/platform/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
      ...(scope && { scope }),
    }),
  });

export const platformWith = (bff: BffForTest, token: string) =>
  makeClient(async ({ method, path: to, headers, body }) => {
    const answer = await fetch(`${bff.platformUrl}${to}`, {
      method,
      headers: { ...headers, authorization: `Bearer ${token}` },
      ...(body !== undefined && { body }),
    });
    return { kind: 'answer', status: answer.status, text: await answer.text() };
  });
