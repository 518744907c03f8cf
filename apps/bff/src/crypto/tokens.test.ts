import { createPublicKey } from 'node:crypto';
import { generateKeyPair, SignJWT } from 'jose';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessTokens } from './access-tokens.ts';
import { platformTokens } from './platform-tokens.ts';
import { privateKeyOf } from './signing-keys.ts';

const key = (id: string, fill: number) => ({ id, bytes: Buffer.alloc(32, fill) });
const [T1, T2] = [key('t1', 5), key('t2', 6)];
const BEARER = { accountId: 'a', familyId: 'f' };
const MINUTE = 60_000;
let now: number;
const clock = () => now;
beforeEach(() => {
  now = Date.UTC(2026, 10, 22);
});

describe('换钥匙，不断一个人的登录', () => {
  it('先让都认得新的，再用新的签，旧的到期了再拿掉', async () => {
    const old = accessTokens([T1], clock);
    const knows = accessTokens([T1, T2], clock);
    const signs = accessTokens([T2, T1], clock);
    const alone = accessTokens([T2], clock);
    const [first, second] = [await old.sign(BEARER), await signs.sign(BEARER)];
    // Two processes beside each other in each step: whoever signed, the other one takes it.
    for (const [token, takers] of [
      [first, [old, knows, signs]],
      [second, [knows, signs, alone]],
    ] as const)
      for (const taker of takers) expect(await taker.check(token)).toEqual({ kind: 'ok', bearer: BEARER });
    // Taken away too early it is no token of ours; when the last one ended, nobody notices.
    expect(await alone.check(first)).toEqual({ kind: 'invalid' });
    now += 15 * MINUTE;
    expect(await signs.check(first)).toEqual({ kind: 'expired' });
  });

  it('别的系统的凭据也一样：五分钟', async () => {
    const { token } = await platformTokens([T1], clock).issue('bureau', ['feed']);
    expect(await platformTokens([T2, T1], clock).check(token)).toMatchObject({ kind: 'ok', clientId: 'bureau' });
    expect(await platformTokens([T2], clock).check(token)).toEqual({ kind: 'invalid' });
    now += 5 * MINUTE;
    expect(await platformTokens([T2, T1], clock).check(token)).toEqual({ kind: 'expired' });
  });
});

describe('同一把钥匙，各是各的', () => {
  it('居民的不是别的系统的，别的系统的不是居民的', async () => {
    const resident = accessTokens([T1], clock);
    const platform = platformTokens([T1], clock);
    expect(await platform.check(await resident.sign(BEARER))).toEqual({ kind: 'invalid' });
    expect(await resident.check((await platform.issue('bureau', [])).token)).toEqual({ kind: 'invalid' });
  });
});

describe('差一样就不认', () => {
  const right = { alg: 'EdDSA', typ: 'at+jwt', kid: 't1', iss: 'assist-bff', aud: 'resident', sub: 'a' as string | undefined, minutes: 5 };
  const make = (change: Partial<typeof right>, signer: Parameters<SignJWT['sign']>[0] = privateKeyOf(T1.bytes)) => {
    const { alg, typ, kid, iss, aud, sub, minutes } = { ...right, ...change };
    const token = new SignJWT({ sid: 'f', ...(sub && { sub }) }).setProtectedHeader({ alg, typ, kid }).setIssuer(iss).setAudience(aud);
    return (minutes ? token.setExpirationTime(now / 1000 + minutes * 60) : token).sign(signer);
  };
  const check = (token: string) => accessTokens([T1], clock).check(token);

  it('都对：认', async () => {
    expect(await check(await make({}))).toEqual({ kind: 'ok', bearer: BEARER });
  });

  it.each([
    ['给别处的', { aud: 'staff' }],
    ['别人发的', { iss: 'somebody' }],
    ['不是这一种', { typ: 'JWT' }],
    ['没听说过的钥匙', { kid: 't9' }],
    ['没有说是谁', { sub: undefined }],
    ['没有说到什么时候', { minutes: 0 }],
  ] as const)('%s', async (_title, change) => {
    expect(await check(await make(change))).toEqual({ kind: 'invalid' });
  });

  it('别的算法：拿公钥当口令、换一种签法、不签', async () => {
    const spki = createPublicKey(privateKeyOf(T1.bytes)).export({ format: 'der', type: 'spki' });
    expect(await check(await make({ alg: 'HS256' }, new Uint8Array(spki)))).toEqual({ kind: 'invalid' });
    expect(await check(await make({ alg: 'ES256' }, (await generateKeyPair('ES256')).privateKey))).toEqual({ kind: 'invalid' });
    const [, payload] = (await make({})).split('.');
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt', kid: 't1' })).toString('base64url');
    for (const token of [`${none}.${payload}.`, `${none}.${payload}.x`, '', 'a.b.c', 'x'.repeat(20_000)])
      expect(await check(token)).toEqual({ kind: 'invalid' });
  });
});
