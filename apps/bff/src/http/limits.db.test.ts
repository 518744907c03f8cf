import { randomUUID } from 'node:crypto';
import { residentApi, staffApi } from '@assist/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RATE_LIMITS } from '../services/rate/limits.ts';
import { type Bff, startBff } from '../start-bff.ts';
import { type BffForTest, bffForTest } from '../test/bff-for-test.ts';
import { done, resident, YANGJIAPING } from '../test/people.ts';
import type { AnyEndpoint } from './every-endpoint-for-test.ts';

let bff: BffForTest;
/** A second machine on the same database. */
let other: Bff;
let bearer: Record<string, string>;
let desk: Record<string, string>;
beforeAll(async () => {
  bff = await bffForTest();
  other = await startBff({ config: bff.config, clock: bff.clock, fetch: bff.wechat.fetch, log: () => undefined });
  bearer = { authorization: `Bearer ${(await resident(bff, 'limits', null)).accessToken}` };
  desk = { cookie: `desk_session=${(await bff.staff('sample-heli')).session}`, 'x-requested-with': 'desk' };
  await bff.sql`delete from rate_counts`;
}, 60_000);
afterAll(async () => {
  await other.close();
  await bff.close();
});

const path = (e: AnyEndpoint) => e.path.replace(/\{(\w+)\}/g, () => randomUUID());
/** Whatever is wrong with it otherwise, it is counted. */
const ask = async (at: { residentUrl: string; staffUrl: string }, e: AnyEndpoint) => {
  const headers = e.who === 'staff' ? desk : e.who === 'anyone' ? {} : bearer;
  const url = `${e.who === 'staff' ? at.staffUrl : at.residentUrl}${path(e)}`;
  const answer = await fetch(url, {
    method: e.method,
    headers: { 'content-type': 'application/json', ...headers, ...(e.key && { 'idempotency-key': randomUUID() }) },
    ...(e.method !== 'GET' && { body: '{}' }),
  });
  await answer.body?.cancel();
  return { status: answer.status, after: Number(answer.headers.get('retry-after')) };
};

describe('两台机器，一个数', () => {
  it.each([
    ['登录', residentApi.signIn],
    ['换登录', residentApi.refresh],
    ['刷脸', residentApi.beginFaceCheck],
    ['刷脸的结果', residentApi.finishFaceCheck],
    ['签字时刷脸', residentApi.beginRelayFace],
    ['送照片', residentApi.uploadFile],
    ['开始送视频', residentApi.beginUpload],
    ['送视频的一块', residentApi.uploadPiece],
    ['镇街送照片', staffApi.uploadStaffFile],
    ['送名单', staffApi.sendImport],
    ['找人找件', staffApi.findItems],
    ['翻在册', staffApi.caseFiles],
    ['要短信码', residentApi.sendContactCode],
    ['换号码、换卡', residentApi.changeContact],
    ['镇街给的码', residentApi.verifyByCode],
    ['真假核验的码', residentApi.checkReality],
    ['证明的码', residentApi.checkCertificate],
    ['自己的码', residentApi.checkOwnCode],
    ['给家里人的链接', residentApi.openRelay],
    ['回头看的暗语', residentApi.lookBack],
  ] as const)('%s', async (_title, e: AnyEndpoint) => {
    const { calls, seconds } = RATE_LIMITS[e.id] ?? { calls: 0, seconds: 0 };
    expect(calls, `${e.id} has no limit`).toBeGreaterThan(1);
    expect((await ask(bff, e)).status).not.toBe(429);
    // What went before, without waiting for it: one is left.
    await bff.sql`update rate_counts set count = ${calls - 1} where key like ${`${e.id}:%`}`;
    expect((await ask(other, e)).status).not.toBe(429);
    const stopped = [await ask(bff, e), await ask(other, e)];
    expect(stopped.map((one) => one.status)).toEqual([429, 429]);
    expect(stopped.every(({ after }) => after > 0 && after <= seconds)).toBe(true);
  });

  it('两台一起来：一个也不多放过', async () => {
    const e = residentApi.setOwnCode;
    const all = await Promise.all(Array.from({ length: 30 }, (_, i) => ask(i % 2 ? bff : other, e)));
    expect(all.filter((one) => one.status === 429)).toHaveLength(30 - (RATE_LIMITS[e.id]?.calls ?? 0));
  });

  it('数的是谁，只存指纹', async () => {
    const rows = await bff.sql`select key from rate_counts`;
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) expect(row.key).toMatch(/^\w+:[\w-]{22}$/);
  });
});

it('什么都拦住了，急事那一页的电话照样给', async () => {
  const township = { params: { township: YANGJIAPING } };
  const anybody = bff.residentWith(undefined);
  expect(RATE_LIMITS.urgentWhom).toBeUndefined();
  await ask(bff, residentApi.sendUrgentCall);
  await bff.sql`update rate_counts set count = 1000000`;
  expect((await ask(bff, residentApi.sendUrgentCall)).status).toBe(429);
  expect((await ask(other, residentApi.signIn)).status).toBe(429);
  expect(done(await anybody(residentApi.urgentWhom, township))).toMatchObject({ live: true, duty: { name: expect.any(String) } });
});
