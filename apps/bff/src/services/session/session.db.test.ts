import { randomUUID } from 'node:crypto';
import { residentApi } from '@assist/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { done, resident, SUFEN } from '../../test/people.ts';

let bff: BffForTest;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(() => bff.close());

const me = (token: string) => bff.residentWith(token)(residentApi.me, {});
const refresh = (refreshToken: string, attempt?: string) =>
  bff.residentWith(undefined)(residentApi.refresh, { body: { refreshToken, ...(attempt && { attempt }) } });
const familyIsOver = async (accountId: string) =>
  (await bff.sql`select ended_why from session_families where account_id = ${accountId}`).map((row) => row.ended_why);
const signIn = (code: string) => bff.residentWith(undefined)(residentApi.signIn, { body: { code } });
const refused = (code: string) => ({ ok: false, problem: { code } });
const MINUTE = 60_000;

describe('登录', () => {
  it('同一个人第二次登录是同一个账户；凭据里没有微信的编号', async () => {
    const first = done(await signIn(bff.loginCode('one')));
    const second = done(await signIn(bff.loginCode('one')));
    expect(second.account.accountId).toBe(first.account.accountId);
    const payload = JSON.parse(Buffer.from(first.accessToken.split('.')[1] as string, 'base64url').toString());
    expect(Object.keys(payload).sort()).toEqual(['aud', 'exp', 'iat', 'iss', 'sid', 'sub']);
    expect(JSON.stringify(payload)).not.toContain('o-one');
  });

  it('第一次登录同时来十次：一个账户', async () => {
    const all = await Promise.all(Array.from({ length: 10 }, () => signIn(bff.loginCode('crowd'))));
    expect(new Set(all.map((one) => done(one).account.accountId)).size).toBe(1);
  });

  it.each([
    [
      '用过的码',
      async () => {
        const code = bff.loginCode('two');
        done(await signIn(code));
        return signIn(code);
      },
      'wechat-code-invalid',
    ],
    ['没听说过的码', () => signIn('x'), 'wechat-code-invalid'],
  ] as const)('%s', async (_title, attempt, code) => {
    expect(await attempt()).toMatchObject(refused(code));
  });

  it.each([
    ['down', 'wechat-busy'],
    ['busy', 'wechat-busy'],
    ['nonsense', 'wechat-nonsense'],
  ] as const)('微信那边 %s：说清不是您的问题，过后照样能登', async (state, code) => {
    bff.wechat.set(state);
    const result = await signIn(bff.loginCode('three'));
    bff.wechat.set(undefined);
    expect(result).toMatchObject(refused(code));
    expect((await signIn(bff.loginCode('three'))).ok).toBe(true);
  });
});

describe('登录凭据', () => {
  it('十五分钟后过期，换新的再用', async () => {
    const { accessToken, refreshToken } = await resident(bff, 'four', null);
    bff.pass(14 * MINUTE);
    expect((await me(accessToken)).ok).toBe(true);
    bff.pass(2 * MINUTE);
    expect(await me(accessToken)).toMatchObject(refused('token-expired'));
    const next = done(await refresh(refreshToken));
    expect((await me(next.accessToken)).ok).toBe(true);
  });

  it('旧的换新凭据再用一次：整串作废，新的也不能用了', async () => {
    const { refreshToken } = await resident(bff, 'five', null);
    const next = done(await refresh(refreshToken));
    expect(await refresh(refreshToken)).toMatchObject(refused('session-ended'));
    expect(await me(next.accessToken)).toMatchObject(refused('session-ended'));
    expect(await refresh(next.refreshToken)).toMatchObject(refused('session-ended'));
  });

  it('同时换两次：只有一次成，另一次当作被人拿走', async () => {
    const { refreshToken } = await resident(bff, 'six', null);
    const both = await Promise.all([refresh(refreshToken), refresh(refreshToken)]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
  });

  describe('网弱，同一次换送了两遍', () => {
    it('一起到、回答丢了再送：都是同一个，登录没断；旧的不能再换出第三个', async () => {
      const sufen = await resident(bff, 'twice', null);
      const attempt = randomUUID();
      const both = await Promise.all([refresh(sufen.refreshToken, attempt), refresh(sufen.refreshToken, attempt)]);
      bff.pass(50_000);
      const late = done(await refresh(sufen.refreshToken, attempt));
      expect(new Set([...both.map((one) => done(one).refreshToken), late.refreshToken]).size).toBe(1);
      expect((await me(late.accessToken)).ok).toBe(true);
      const next = done(await refresh(late.refreshToken, randomUUID()));
      expect((await me(next.accessToken)).ok).toBe(true);
      expect(await familyIsOver(sufen.accountId)).toEqual([null]);
    });

    it.each([
      ['别人拿了凭据，不知道是哪一次', () => undefined, () => randomUUID(), 0],
      ['别人拿了凭据，没有说是哪一次', () => undefined, () => undefined, 0],
      ['过了一分钟', () => undefined, (attempt: string) => attempt, 61_000],
      ['换来的已经有人用过', (token: string) => refresh(token, randomUUID()), (attempt: string) => attempt, 0],
    ] as const)('%s：整串作废', async (_title, between, again, later) => {
      const sufen = await resident(bff, 'copied', null);
      const attempt = randomUUID();
      const next = done(await refresh(sufen.refreshToken, attempt));
      await between(next.refreshToken);
      bff.pass(later);
      expect(await refresh(sufen.refreshToken, again(attempt))).toMatchObject(refused('session-ended'));
      expect(await familyIsOver(sufen.accountId)).toContain('token-reused');
      expect(await me(next.accessToken)).toMatchObject(refused('session-ended'));
    });
  });

  it('换新的凭据不能当登录用，登录的不能拿去换', async () => {
    const { accessToken, refreshToken } = await resident(bff, 'kinds', null);
    expect(await me(refreshToken)).toMatchObject(refused('not-signed-in'));
    expect(await refresh(accessToken)).toMatchObject(refused('session-ended'));
    // Refusing it ended nothing of hers.
    expect((await me(accessToken)).ok).toBe(true);
  });

  it('退出：这个账户在别的手机上也退出，马上', async () => {
    const here = await resident(bff, 'seven', null);
    const there = await resident(bff, 'seven', null);
    expect((await here.call(residentApi.signOut, {})).ok).toBe(true);
    expect(await me(there.accessToken)).toMatchObject(refused('session-ended'));
    expect(await refresh(there.refreshToken)).toMatchObject(refused('session-ended'));
  });

  it('改过的、别的算法的、没有的，都是没登录', async () => {
    const { accessToken } = await resident(bff, 'eight', null);
    const [, payload, signature] = accessToken.split('.') as [string, string, string];
    const head = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const other = await resident(bff, 'nine', null);
    const forged = [
      `${head({ alg: 'none', typ: 'at+jwt' })}.${payload}.x`,
      `${head({ alg: 'EdDSA', typ: 'JWT', kid: 'dev-token' })}.${payload}.${signature}`,
      `${accessToken.split('.')[0]}.${other.accessToken.split('.')[1]}.${signature}`,
    ];
    for (const token of forged) expect(await me(token)).toMatchObject(refused('not-signed-in'));
    expect(await bff.residentWith(undefined)(residentApi.me, {})).toMatchObject(refused('not-signed-in'));
  });

  it('换新凭据只存指纹', async () => {
    const { refreshToken } = await resident(bff, 'ten', null);
    const rows = await bff.sql`select encode(hash, 'escape') as hash from refresh_tokens`;
    expect(rows.map((row) => row.hash).join()).not.toContain(refreshToken);
  });
});

describe('先同意，再收', () => {
  it('没同意信息怎么用：不收名字', async () => {
    const { accessToken } = done(await signIn(bff.loginCode('eleven')));
    const call = bff.residentWith(accessToken);
    const claim = () =>
      call(residentApi.claimIdentity, { body: { name: SUFEN.name, paper: { kind: 'resident-identity', number: SUFEN.number } } });
    expect(await claim()).toMatchObject(refused('signature-missing'));
    const unseen = { params: { statement: 'privacy-notice' as const }, body: { version: '2026-11-22', hash: '0'.repeat(64) } };
    expect(await call(residentApi.giveConsent, unseen)).toMatchObject(refused('form-invalid'));
    expect(await claim()).toMatchObject(refused('signature-missing'));
  });
});
