import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import * as client from 'openid-client';
import type { SecondFactor, SignInSecrets, StaffIdentityProvider } from '../services/staff/identity-provider.ts';
import { signedOutBy } from './logout-token.ts';
import { asksFor, secondFactorAge } from './second-factor.ts';

export interface OpenidOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The desk as a browser sees it; known only once the servers listen. */
  readonly deskUrl: () => string;
  readonly secondFactor: SecondFactor;
  /** Plain http is for this machine in development. */
  readonly allowHttp: boolean;
  /** For each call to the provider: metadata, keys, tokens. 5 by default. */
  readonly timeoutSeconds?: number;
}

const TIMEOUT_SECONDS = 5;
const CALLBACK = '/staff/auth/callback';

/** Authorization code flow with PKCE, state and nonce. The provider's metadata is read at the first sign-in and kept. */
export function openidConnect(options: OpenidOptions): StaffIdentityProvider {
  let known: Promise<client.Configuration> | undefined;
  const configuration = (): Promise<client.Configuration> => {
    known ??= client
      .discovery(new URL(options.issuer), options.clientId, options.clientSecret, undefined, {
        timeout: options.timeoutSeconds ?? TIMEOUT_SECONDS,
        ...(options.allowHttp && { execute: [client.allowInsecureRequests] }),
      })
      .catch((error: unknown) => {
        // The next sign-in asks again.
        known = undefined;
        throw error;
      });
    return known;
  };
  let keys: JWTVerifyGetKey | undefined;
  const keysOf = (config: client.Configuration): JWTVerifyGetKey => {
    const { jwks_uri: at } = config.serverMetadata();
    if (!at || !(options.allowHttp || at.startsWith('https://'))) throw new Error('the provider names no keys, or not over https');
    return createRemoteJWKSet(new URL(at), { timeoutDuration: (options.timeoutSeconds ?? TIMEOUT_SECONDS) * 1000 });
  };
  const redirectUri = () => `${options.deskUrl()}${CALLBACK}`;
  return {
    async begin({ state, nonce, verifier }: SignInSecrets, raise) {
      const config = await configuration();
      return client.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri(),
        scope: 'openid',
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...asksFor(options.secondFactor, raise),
      });
    },
    async finish(callback, { state, nonce, verifier }, raise) {
      const config = await configuration();
      // What the provider was told, whatever stands between the browser and us.
      const current = new URL(redirectUri());
      current.search = callback.search;
      try {
        const tokens = await client.authorizationCodeGrant(config, current, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
          ...(raise && { maxAge: 0 }),
        });
        const claims = tokens.claims();
        return claims && { issuer: claims.iss, subject: claims.sub, secondFactorAge: secondFactorAge(options.secondFactor, claims) };
      } catch (error) {
        if (
          error instanceof client.AuthorizationResponseError ||
          error instanceof client.ResponseBodyError ||
          error instanceof client.ClientError
        )
          return undefined;
        throw error;
      }
    },
    async signedOut(token) {
      const config = await configuration();
      keys ??= keysOf(config);
      return signedOutBy(token, { issuer: config.serverMetadata().issuer, clientId: options.clientId, keys });
    },
    async signOutUrl() {
      const config = await configuration();
      if (!config.serverMetadata().end_session_endpoint) return undefined;
      return client.buildEndSessionUrl(config, { post_logout_redirect_uri: `${options.deskUrl()}/`, client_id: options.clientId }).href;
    },
  };
}
