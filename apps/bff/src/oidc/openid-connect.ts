import * as client from 'openid-client';
import type { SecondFactor, SignInSecrets, StaffIdentityProvider } from '../services/staff/identity-provider.ts';
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
    async signOutUrl() {
      const config = await configuration();
      if (!config.serverMetadata().end_session_endpoint) return undefined;
      return client.buildEndSessionUrl(config, { post_logout_redirect_uri: `${options.deskUrl()}/`, client_id: options.clientId }).href;
    },
  };
}
