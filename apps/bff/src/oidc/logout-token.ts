import { errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { SignedOut } from '../services/staff/identity-provider.ts';

/** What makes a token one that says somebody signed out, and no other kind of token (OpenID Connect Back-Channel Logout 1.0, 2.4). */
const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
/** Signed by the provider's own key pair only: one made with the secret that both know could be made here. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const MOST_AGE_SECONDS = 120;
const TOLERANCE_SECONDS = 30;

export interface LogoutTokenOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly keys: JWTVerifyGetKey;
}

/** @returns who signed out and when; undefined where the token is not the provider's, too old, or says something else */
export async function signedOutBy(token: string, { issuer, clientId, keys }: LogoutTokenOptions): Promise<SignedOut | undefined> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience: clientId,
      algorithms: ALGORITHMS,
      maxTokenAge: MOST_AGE_SECONDS,
      clockTolerance: TOLERANCE_SECONDS,
      requiredClaims: ['sub', 'jti'],
    });
    const events = payload.events as Record<string, unknown> | undefined;
    const says = typeof events === 'object' && events !== null && typeof events[EVENT] === 'object' && events[EVENT] !== null;
    if (!says || payload.nonce !== undefined || !payload.sub || payload.iat === undefined) return undefined;
    return { issuer, subject: payload.sub, at: payload.iat * 1000 };
  } catch (error) {
    // The keys could not be fetched: the provider may say it again.
    if (!(error instanceof errors.JOSEError) || error instanceof errors.JWKSTimeout) throw error;
    return undefined;
  }
}
