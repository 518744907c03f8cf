import { createHash } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { JWTExpired } from 'jose/errors';
import type { Clock } from '../clock.ts';
import type { CipherKey } from './field-cipher.ts';
import { signingKeys } from './signing-keys.ts';

/** Who a token speaks for. Our own ids only: nothing of WeChat's, nothing about the person. */
export interface Bearer {
  readonly accountId: string;
  readonly familyId: string;
}
export type Checked = { readonly kind: 'ok'; readonly bearer: Bearer } | { readonly kind: 'expired' } | { readonly kind: 'invalid' };

export interface AccessTokens {
  readonly seconds: number;
  sign(bearer: Bearer): Promise<string>;
  check(token: string): Promise<Checked>;
}

const ISSUER = 'assist-bff';
const AUDIENCE = 'resident';
const TYPE = 'at+jwt';
const SECONDS = 15 * 60;
/** A signature check costs 170 µs, a remembered token almost nothing. */
const REMEMBERED = 20_000;

/** EdDSA tokens of 15 minutes. @param keys seeds of 32 bytes; the first signs, all are accepted */
export function accessTokens(keys: readonly CipherKey[], clock: Clock): AccessTokens {
  const { kid, signer, verifierOf } = signingKeys(keys);
  const remembered = new Map<string, { bearer: Bearer; until: number }>();

  const check: AccessTokens['check'] = async (token) => {
    const memory = createHash('sha256').update(token).digest('base64');
    const known = remembered.get(memory);
    if (known) return known.until > clock() ? { kind: 'ok', bearer: known.bearer } : { kind: 'expired' };
    try {
      const { payload } = await jwtVerify(token, verifierOf, {
        algorithms: ['EdDSA'],
        typ: TYPE,
        issuer: ISSUER,
        audience: AUDIENCE,
        currentDate: new Date(clock()),
        requiredClaims: ['exp', 'sub', 'sid'],
      });
      const bearer = { accountId: payload.sub as string, familyId: payload.sid as string };
      if (remembered.size >= REMEMBERED) remembered.clear();
      remembered.set(memory, { bearer, until: (payload.exp as number) * 1000 });
      return { kind: 'ok', bearer };
    } catch (error) {
      return { kind: error instanceof JWTExpired ? 'expired' : 'invalid' };
    }
  };

  return {
    seconds: SECONDS,
    check,
    sign: ({ accountId, familyId }) => {
      const now = Math.floor(clock() / 1000);
      return new SignJWT({ sid: familyId })
        .setProtectedHeader({ alg: 'EdDSA', typ: TYPE, kid })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setSubject(accountId)
        .setIssuedAt(now)
        .setExpirationTime(now + SECONDS)
        .sign(signer);
    },
  };
}
