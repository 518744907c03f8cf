import { randomUUID } from 'node:crypto';
import { staffApi } from '@assist/contracts';
import { portForTest } from '@assist/local-postgres/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../migrate.ts';
import { type DevIdentityProvider, startDevIdentityProvider } from '../oidc/dev-identity-provider.ts';
import { secondFactorAge } from '../oidc/second-factor.ts';
import { type BffForTest, bffForTest } from '../test/bff-for-test.ts';
import { browser } from '../test/desk-browser-for-test.ts';
import { ASKED_FOR } from './second-factor.ts';

let bff: BffForTest;
let provider: DevIdentityProvider;
beforeAll(async () => {
  const staffPort = await portForTest();
  const client = { id: 'township-desk', secret: 'development-only', deskUrls: [`http://127.0.0.1:${staffPort}`] };
  provider = await startDevIdentityProvider({ port: 0, client });
  bff = await bffForTest((config) => ({ ...config, staffPort, oidc: { ...config.oidc, issuer: provider.issuer } }));
  await migrate(bff.database.url, { issuer: provider.issuer });
});
afterAll(async () => {
  await bff.close();
  await provider.close();
});

const NEEDED = { ok: false, problem: { status: 403, code: 'second-factor-needed' } };
const PASSWORD_ONLY = { 'password-only': 'yes' };
const BACK = '/payments/1?month=2026-11';
const login = (more = '') => `${bff.staffUrl}/staff/auth/login?returnTo=${encodeURIComponent(BACK)}${more}`;
const report = { params: { kind: 'half-year' as const } };

type Browser = ReturnType<typeof browser>;
const exportedBy = async ({ go }: Browser) => {
  const answer = await go(`${bff.staffUrl}/staff/api/payment-lists/${randomUUID()}/file`);
  return ((await answer.json()) as { code: string }).code;
};

describe('确认、导出、导入', () => {
  it('只用密码登的：别的都能做，这几样先再核一次；核完回到原来那一页，能做了，旧的会话不能用了', async () => {
    const clerk = browser();
    const first = await clerk.begin(login(), 'heli', PASSWORD_ONLY);
    await clerk.go(first.url);
    expect((await clerk.go(`${bff.staffUrl}/staff/api/queue`)).status).toBe(200);
    expect(await exportedBy(clerk)).toBe('second-factor-needed');
    const before = clerk.jar.get('desk_session') ?? '';

    const second = await clerk.begin(login('&second=1'), 'heli');
    expect(second.asked.searchParams.get('acr_values')).toBe('two-factors');
    expect(second.asked.searchParams.get('max_age')).toBe('0');
    expect(second.words).toContain('再核一次');
    expect((await clerk.go(second.url)).headers.get('location')).toBe(`${bff.staffUrl}${BACK}`);
    expect(await exportedBy(clerk)).toBe('not-found');
    const old = await fetch(`${bff.staffUrl}/staff/api/me`, { headers: { cookie: `desk_session=${before}` } });
    expect(old.status).toBe(401);
  });

  it('半小时以后再做，再核；一直登着、核过没多久，不用', async () => {
    const clerk = browser();
    await clerk.go((await clerk.begin(login(), 'heli')).url);
    bff.pass(29 * 60_000);
    expect(await exportedBy(clerk)).toBe('not-found');
    bff.pass(2 * 60_000);
    expect(await exportedBy(clerk)).toBe('second-factor-needed');
    bff.pass(-31 * 60_000);
  });

  it.each([
    ['又只用了密码', 'heli', PASSWORD_ONLY],
    ['换了一个人核', 'yangfan', {}],
  ] as const)('%s：回到那一页，说没核成；原来的会话还在，谁也没有换', async (_title, who, how) => {
    const clerk = browser();
    await clerk.go((await clerk.begin(login(), 'heli', PASSWORD_ONLY)).url);
    // Another person at the provider's own page: it knows nobody in this browser any more.
    for (const name of clerk.jar.keys()) if (!name.startsWith('desk_')) clerk.jar.delete(name);
    const again = await clerk.begin(login('&second=1'), who, how);
    const back = await clerk.go(again.url);
    expect(back.headers.get('location')).toBe(`${bff.staffUrl}${BACK}&problem=second-factor-needed`);
    const me = (await (await clerk.go(`${bff.staffUrl}/staff/api/me`)).json()) as { name: string };
    expect(me.name).toBe('何丽');
    expect(await exportedBy(clerk)).toBe('second-factor-needed');
  });

  it('没登录就去核：是一次登录', async () => {
    const clerk = browser();
    const begun = await clerk.begin(login('&second=1'), 'heli', PASSWORD_ONLY);
    expect(begun.asked.searchParams.has('max_age')).toBe(false);
    expect((await clerk.go(begun.url)).headers.get('location')).toBe(`${bff.staffUrl}${BACK}`);
  });
});

it('每一样都问到，问的只有这几样', async () => {
  const ids = [randomUUID(), randomUUID()];
  const { call } = await bff.staff('sample-qinlan', false);
  const needed = async (asked: ReturnType<typeof call>) => expect(await asked).toMatchObject(NEEDED);
  const list = { params: { listId: ids[0] as string } };
  await needed(call(staffApi.exportPayments, list));
  await needed(call(staffApi.releasePayments, { ...list, body: { hash: 'a'.repeat(64) } }));
  await needed(call(staffApi.confirmImport, { params: { importId: ids[0] as string } }));
  await needed(call(staffApi.askArchive, { params: { archiveId: ids[0] as string }, body: { kind: 'inspection', reason: '年度检查' } }));
  const event = { params: { runId: ids[0] as string, eventId: ids[1] as string } };
  await needed(call(staffApi.recordEvent, { ...event, body: { kind: 'confirmed' } }));
  await needed(
    call(staffApi.stepStandardRun, {
      params: { standardRunId: ids[0] as string },
      body: { step: 'confirmed', caseIds: [ids[1] as string] },
    }),
  );
  // Another step of the same procedure is asked for nothing, and finds that there is none.
  expect(await call(staffApi.recordEvent, { ...event, body: { kind: 'opinion' } })).toMatchObject({ problem: { code: 'not-found' } });
  expect((await call(staffApi.report, report)).ok).toBe(true);
  expect(ASKED_FOR).toHaveLength(11);
});

describe('认证那边怎么说', () => {
  const claims = { iat: 1000, auth_time: 940 };
  it.each([
    ['acr 对上', { by: 'acr', values: ['high'] }, { ...claims, acr: 'high' }, 60],
    ['acr 低了', { by: 'acr', values: ['high'] }, { ...claims, acr: 'low', amr: ['otp'] }, undefined],
    ['amr 里有一样', { by: 'amr', values: ['otp', 'hwk'] }, { ...claims, amr: ['pwd', 'hwk'] }, 60],
    ['amr 不是一列', { by: 'amr', values: ['otp'] }, { ...claims, amr: 'otp' }, undefined],
    ['没说什么时候', { by: 'amr', values: ['otp'] }, { iat: 1000, amr: ['otp'] }, undefined],
    ['没有要', undefined, { ...claims, acr: 'high' }, undefined],
  ] as const)('%s', (_title, wanted, said, age) => {
    expect(secondFactorAge(wanted, said)).toBe(age);
  });
});
