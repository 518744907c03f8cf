import { staffApi } from '@assist/contracts';
import { portForTest } from '@assist/local-postgres/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrate } from '../migrate.ts';
import { type DevIdentityProvider, startDevIdentityProvider } from '../oidc/dev-identity-provider.ts';
import { type BffForTest, bffForTest } from '../test/bff-for-test.ts';
import { browser } from '../test/desk-browser-for-test.ts';
import { safeReturn } from './staff-sign-in.ts';

let bff: BffForTest;
let provider: DevIdentityProvider;

beforeAll(async () => {
  const staffPort = await portForTest();
  provider = await startDevIdentityProvider({
    port: 0,
    client: {
      id: 'township-desk',
      secret: 'development-only',
      deskUrls: [`http://127.0.0.1:${staffPort}`],
      tells: `http://127.0.0.1:${staffPort}/staff/auth/backchannel-logout`,
    },
  });
  bff = await bffForTest((config) => ({ ...config, staffPort, oidc: { ...config.oidc, issuer: provider.issuer } }));
  await migrate(bff.database.url, { issuer: provider.issuer });
});
afterAll(async () => {
  await bff.close();
  await provider.close();
});

const signIn = async (clerk: string, returnTo = '/cases?filter=mine') => {
  const one = browser();
  const { url } = await one.begin(`${bff.staffUrl}/staff/auth/login?returnTo=${encodeURIComponent(returnTo)}`, clerk);
  return { ...one, callback: url };
};

it('选一位经办人，回到来的那一页，就是她', async () => {
  const { go, jar, callback } = await signIn('heli');
  const back = await go(callback);
  expect(back.headers.get('location')).toBe(`${bff.staffUrl}/cases?filter=mine`);
  const cookie = back.headers.getSetCookie().find((one) => one.startsWith('desk_session='));
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
  const me = await (await go(`${bff.staffUrl}/staff/api/me`)).json();
  expect(staffApi.staffMe.answer?.parse(me)).toEqual({
    staffId: 'sample-heli',
    name: '何丽',
    role: 'handler',
    office: { id: '500107001', name: '杨家坪街道办事处', district: '九龙坡区' },
    idleMinutes: 600,
  });
  // The session is kept as a hash only.
  const rows = await bff.sql`select encode(hash, 'escape') as hash from staff_sessions`;
  expect(rows.map((row) => row.hash).join()).not.toContain(jar.get('desk_session'));
});

it('同一个回来的地址再用一次：没登录上', async () => {
  const { go, callback } = await signIn('yangfan');
  await go(callback);
  expect((await go(callback)).headers.get('location')).toMatch(/\/\?problem=not-signed-in&instance=/);
});

it('别人骗来的回来地址，在另一个浏览器里用不了', async () => {
  const { callback } = await signIn('heli');
  const other = browser();
  expect((await other.go(callback)).headers.get('location')).toContain('problem=not-signed-in');
  expect(other.jar.has('desk_session')).toBe(false);
});

it('单位账号对，但这里没有这个人：看不了', async () => {
  await bff.sql`update staff_accounts set disabled_at = now() where id = 'sample-huangchunlan'`;
  const { go, callback } = await signIn('huangchunlan');
  expect((await go(callback)).headers.get('location')).toContain('problem=forbidden');
});

it('停了账号，正开着的会话马上不能用', async () => {
  const { go, callback } = await signIn('luowenjing');
  await go(callback);
  expect((await go(`${bff.staffUrl}/staff/api/me`)).status).toBe(200);
  await bff.sql`update staff_accounts set disabled_at = now() where id = 'sample-luowenjing'`;
  expect((await go(`${bff.staffUrl}/staff/api/me`)).status).toBe(401);
});

it('退出：告诉去哪里把单位账号也退掉', async () => {
  const { go, callback } = await signIn('heli');
  await go(callback);
  const left = await go(`${bff.staffUrl}/staff/auth/logout`, { method: 'POST', headers: { 'x-requested-with': 'desk' } });
  const { signOutUrl } = (await left.json()) as { signOutUrl: string };
  expect(signOutUrl).toContain(`${provider.issuer}/session/end`);
  expect((await go(`${bff.staffUrl}/staff/api/me`)).status).toBe(401);
  // Its pages ask nobody outside for anything, and the way out really leads out.
  const leaving = await (await go(signOutUrl)).text();
  const broken = await (await go(`${provider.issuer}/auth?client_id=nobody`)).text();
  for (const shown of [leaving, broken]) {
    expect(shown).toContain('开发用登录');
    expect(shown.replaceAll(provider.issuer, '')).not.toMatch(/https?:\/\/|@import/);
  }
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(leaving)?.[1] ?? '';
  const out = await go(/action="([^"]+)"/.exec(leaving)?.[1] ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ xsrf, logout: 'yes' }).toString(),
  });
  expect(out.status).toBe(303);
});

it('单位账号那边退出了：这边开着的都马上不能用，别人的照旧；不是它说的不算', async () => {
  // What the provider says is dated by the real clock.
  bff.pass(Date.now() - bff.clock());
  const [here, other, somebody] = [await signIn('yangfan'), await signIn('yangfan'), await signIn('heli')];
  const me = async (one: typeof here) => (await one.go(`${bff.staffUrl}/staff/api/me`)).status;
  for (const one of [here, other, somebody]) await one.go(one.callback);
  const say = (token: string) =>
    fetch(`${bff.staffUrl}/staff/auth/backchannel-logout`, { method: 'POST', body: new URLSearchParams({ logout_token: token }) });
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const [staff] = await bff.sql`select issuer, subject from staff_accounts where id = 'sample-yangfan'`;
  const claims = { iss: staff?.issuer, sub: staff?.subject, aud: 'township-desk', iat: Math.floor(Date.now() / 1000), jti: 'x' };
  const forged = `${part({ alg: 'none' })}.${part({ ...claims, events: { 'http://schemas.openid.net/event/backchannel-logout': {} } })}.`;
  for (const token of ['', 'a.b.c', forged]) expect((await say(token)).status).toBe(400);
  expect((await say('x'.repeat(17_000))).status).toBe(413);
  expect([await me(here), await me(other), await me(somebody)]).toEqual([200, 200, 200]);
  const leaving = await (await here.go(`${provider.issuer}/session/end`)).text();
  await here.go(/action="([^"]+)"/.exec(leaving)?.[1] ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ xsrf: /name="xsrf" value="([^"]+)"/.exec(leaving)?.[1] ?? '', logout: 'yes' }).toString(),
  });
  await expect.poll(() => me(here)).toBe(401);
  expect([await me(other), await me(somebody)]).toEqual([401, 200]);
  const rows =
    await bff.sql`select object_id, actor_kind from audit_log where action = 'signed-out' and result = 'identity-provider' and object_id = 'sample-yangfan'`;
  expect(rows).toEqual([{ object_id: 'sample-yangfan', actor_kind: 'system' }]);
});

it.each([
  ['/cases/1?tab=files', '/cases/1?tab=files'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['/a\r\nset-cookie: x', '/'],
  [undefined, '/'],
])('回到 %s', (asked, safe) => {
  expect(safeReturn(asked)).toBe(safe);
});
