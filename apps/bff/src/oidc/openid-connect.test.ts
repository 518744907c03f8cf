import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { openidConnect } from './openid-connect.ts';

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const SECRETS = { state: 's', nonce: 'n', verifier: 'v'.repeat(43) };
/** A provider that answers its metadata, if anything, and is silent when it is to give tokens. */
async function silent(atOnce: boolean) {
  server = createServer((request, response) => {
    if (atOnce || !request.url?.startsWith('/.well-known')) return;
    const issuer = `http://${request.headers.host}`;
    const metadata = { issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks` };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(metadata));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const rest = { clientId: 'desk', clientSecret: 'x', deskUrl: () => 'http://127.0.0.1:1', secondFactor: undefined, allowHttp: true };
  return openidConnect({ issuer, ...rest, timeoutSeconds: 0.05 });
}

it('单位账号那边没有回音：开始时、换凭据时，都不一直等', async () => {
  await expect((await silent(true)).begin(SECRETS, false)).rejects.toThrow();
  server.closeAllConnections();
  server.close();
  const provider = await silent(false);
  // What is kept of its metadata asks it no more: on a busy machine the first try may be too slow.
  await expect.poll(() => provider.begin(SECRETS, false).then(() => 'known', String)).toBe('known');
  const callback = new URL('http://127.0.0.1:1/staff/auth/callback?code=c&state=s');
  // Nobody is signed in by it, however it is told.
  await expect(provider.finish(callback, SECRETS, false).then((who) => who ?? Promise.reject(new Error('nobody')))).rejects.toThrow();
});
