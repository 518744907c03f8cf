import { type CryptoKey, generateKeyPair, SignJWT } from 'jose';
import { beforeAll, expect, it } from 'vitest';
import { signedOutBy } from './logout-token.ts';

const ISSUER = 'https://id.example.cn';
const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const now = () => Math.floor(Date.now() / 1000);
let own: { publicKey: CryptoKey; privateKey: CryptoKey };
beforeAll(async () => {
  own = await generateKeyPair('ES256');
});

const WHOLE = () => ({ iss: ISSUER, aud: 'desk', sub: 'heli', jti: 'one', iat: now(), events: { [EVENT]: {} } });
const signed = (claims: Record<string, unknown>, key: CryptoKey | Uint8Array = own.privateKey, alg = 'ES256') =>
  new SignJWT(claims).setProtectedHeader({ alg }).sign(key);
const asked = (token: string, keys: () => Promise<CryptoKey | Uint8Array> = async () => own.publicKey) =>
  signedOutBy(token, { issuer: ISSUER, clientId: 'desk', keys });

it('单位账号那边签的、刚说的、说的是退出：谁、什么时候', async () => {
  const claims = WHOLE();
  expect(await asked(await signed(claims))).toEqual({ issuer: ISSUER, subject: 'heli', at: claims.iat * 1000 });
});

it.each([
  ['别处签发的', { iss: 'https://other.example.cn' }],
  ['给别的系统的', { aud: 'other' }],
  ['登录用的，不是退出', { events: undefined, nonce: 'n' }],
  ['像退出又带着登录的话', { nonce: 'n' }],
  ['说的是别的事', { events: { 'http://schemas.openid.net/event/other': {} } }],
  ['没说是谁', { sub: undefined }],
  ['没有编号', { jti: undefined }],
  ['十分钟以前的', { iat: now() - 600 }],
  ['没写什么时候', { iat: undefined }],
])('不算数：%s', async (_, other) => {
  expect(await asked(await signed({ ...WHOLE(), ...other }))).toBeUndefined();
});

it('别人签的、用两边都知道的口令签的，不算数；钥匙取不到要说取不到', async () => {
  const stranger = await generateKeyPair('ES256');
  expect(await asked(await signed(WHOLE(), stranger.privateKey))).toBeUndefined();
  const secret = new TextEncoder().encode('both-know-this-secret-of-the-desk');
  expect(await asked(await signed(WHOLE(), secret, 'HS256'), async () => secret)).toBeUndefined();
  const away = async () => Promise.reject(new TypeError('fetch failed'));
  await expect(asked(await signed(WHOLE()), away)).rejects.toThrow('fetch failed');
});
