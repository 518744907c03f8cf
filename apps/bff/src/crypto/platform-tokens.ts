import { createLocalJWKSet, decodeJwt, type JSONWebKeySet, jwtVerify, SignJWT } from 'jose';
import { JWTExpired } from 'jose/errors';
import type { Clock } from '../clock.ts';
import type { CipherKey } from './field-cipher.ts';
import { signingKeys } from './signing-keys.ts';

export interface IssuedToken {
  readonly token: string;
  readonly seconds: number;
}
export type CheckedToken =
  | { readonly kind: 'ok'; readonly clientId: string; readonly scopes: readonly string[] }
  | { readonly kind: 'expired' }
  | { readonly kind: 'invalid' };

const ISSUER = 'assist-bff';
const AUDIENCE = 'platform';
const TYPE = 'at+jwt';
const SECONDS = 5 * 60;
/** An assertion that lives longer is not taken: how long it is remembered has an end. */
const LONGEST_ASSERTION_SECONDS = 5 * 60;
const SKEW_SECONDS = 30;
/** Asymmetric ones only: no secret of theirs lies here. */
const ALGORITHMS = ['EdDSA', 'ES256', 'PS256'];

/** EdDSA tokens of five minutes for other systems; a resident's token is none of these. @param keys as of residents' tokens */
export function platformTokens(keys: readonly CipherKey[], clock: Clock) {
  const { kid, signer, verifierOf } = signingKeys(keys);
  return {
    issue: async (clientId: string, scopes: readonly string[]): Promise<IssuedToken> => {
      const now = Math.floor(clock() / 1000);
      const token = await new SignJWT({ scope: scopes.join(' ') })
        .setProtectedHeader({ alg: 'EdDSA', typ: TYPE, kid })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setSubject(clientId)
        .setIssuedAt(now)
        .setExpirationTime(now + SECONDS)
        .sign(signer);
      return { token, seconds: SECONDS };
    },
    check: async (token: string): Promise<CheckedToken> => {
      try {
        const { payload } = await jwtVerify(token, verifierOf, {
          algorithms: ['EdDSA'],
          typ: TYPE,
          issuer: ISSUER,
          audience: AUDIENCE,
          currentDate: new Date(clock()),
          requiredClaims: ['exp', 'sub'],
        });
        return { kind: 'ok', clientId: payload.sub as string, scopes: String(payload.scope ?? '').split(' ') };
      } catch (error) {
        return { kind: error instanceof JWTExpired ? 'expired' : 'invalid' };
      }
    },
  };
}

export interface CheckedAssertion {
  readonly clientId: string;
  readonly jti: string;
  readonly expiresAt: Date;
}

/** `private_key_jwt` (RFC 7523): issuer and subject are the client, the audience is us, signed by one of its keys, five minutes at most. */
export function clientAssertions(keysOf: ReadonlyMap<string, JSONWebKeySet>, audience: string, clock: Clock) {
  const sets = new Map([...keysOf].map(([id, keys]) => [id, createLocalJWKSet(keys)]));
  return async (assertion: string): Promise<CheckedAssertion | undefined> => {
    try {
      const clientId = decodeJwt(assertion).sub ?? '';
      const keys = sets.get(clientId);
      if (!keys) return undefined;
      const { payload } = await jwtVerify(assertion, keys, {
        algorithms: ALGORITHMS,
        issuer: clientId,
        subject: clientId,
        audience,
        currentDate: new Date(clock()),
        clockTolerance: SKEW_SECONDS,
        requiredClaims: ['exp', 'iat', 'jti'],
      });
      const { exp = 0, jti = '' } = payload;
      if (exp > clock() / 1000 + LONGEST_ASSERTION_SECONDS + SKEW_SECONDS || jti.length < 8 || jti.length > 200) return undefined;
      return { clientId, jti, expiresAt: new Date((exp + SKEW_SECONDS) * 1000) };
    } catch {
      return undefined;
    }
  };
}
