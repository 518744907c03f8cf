import { residentApi } from '@assist/contracts';
import { beforeEach, describe, expect, test } from 'vitest';
import { ACCOUNT, openSession } from './session-for-test';

const DRAFTS = '/api/drafts';

let phone: ReturnType<typeof openSession>;
beforeEach(() => {
  phone = openSession();
});

describe('登录过了时间', () => {
  test('快到时间先换新的，不用再问微信', async () => {
    await phone.call(residentApi.drafts, {});
    phone.now += 890_000;
    await Promise.all([phone.call(residentApi.drafts, {}), phone.call(residentApi.drafts, {})]);
    expect([phone.server.count('/api/session/refresh'), phone.codes, phone.kept]).toEqual([1, 1, 'r2']);
  });

  test('重新开机：用手机里的凭据换，不用再问微信', async () => {
    phone.kept = 'r-old';
    phone.server.refreshTokens.add('r-old');
    expect((await phone.call(residentApi.drafts, {})).ok).toBe(true);
    expect([phone.server.count('/api/session'), phone.server.count('/api/session/refresh'), phone.kept]).toEqual([0, 1, 'r1']);
  });

  test('送到一半过期：换新的，同样的内容再送一次', async () => {
    await phone.call(residentApi.drafts, {});
    phone.server.end('a1');
    const body = { formVersion: 1, baseRevision: 0, form: { story: '家里出了事' } };
    await phone.call(residentApi.saveDraft, { params: { draftId: ACCOUNT.accountId }, body });
    const sent = phone.server.asked.filter((r) => r.method === 'PUT');
    expect(sent.map((r) => r.headers.authorization)).toEqual(['Bearer a1', 'Bearer a2']);
    expect(sent.map((r) => JSON.parse(r.body as string))).toEqual([body, body]);
  });

  test('三个一起过期，只换一次', async () => {
    await phone.call(residentApi.drafts, {});
    phone.server.end('a1');
    const answers = await Promise.all([1, 2, 3].map(() => phone.call(residentApi.drafts, {})));
    expect(answers.every((a) => a.ok)).toBe(true);
    expect(phone.server.count('/api/session/refresh')).toBe(1);
    expect(phone.server.count(DRAFTS)).toBe(1 + 3 + 3);
  });

  test('迟到的旧回答不会把新凭据扔掉', async () => {
    await phone.call(residentApi.drafts, {});
    phone.session.refused('Bearer a0');
    await phone.call(residentApi.drafts, {});
    expect([phone.server.count('/api/session'), phone.server.count('/api/session/refresh')]).toEqual([1, 0]);
  });

  test('手机里的凭据也作废了：重新登录，照样送到', async () => {
    phone.kept = 'r-stolen';
    expect((await phone.call(residentApi.drafts, {})).ok).toBe(true);
    expect([phone.server.count('/api/session/refresh'), phone.server.count('/api/session'), phone.kept]).toEqual([1, 1, 'r1']);
  });

  test('换的时候没网：旧凭据留着，不当成退出', async () => {
    phone.kept = 'r-good';
    phone.server.refreshTokens.add('r-good');
    phone.server.down = { kind: 'no-network' };
    expect(await phone.call(residentApi.drafts, {})).toMatchObject({ ok: false, problem: { code: 'no-network' } });
    expect([phone.kept, phone.codes]).toEqual(['r-good', 0]);
    phone.server.down = undefined;
    expect((await phone.call(residentApi.drafts, {})).ok).toBe(true);
  });

  test('换的回答丢了，再换：还是同一次；换成了，下一次就是另一次', async () => {
    phone.kept = 'r-good';
    phone.server.refreshTokens.add('r-good');
    phone.server.down = { kind: 'timeout' };
    await phone.call(residentApi.drafts, {});
    phone.server.down = undefined;
    await phone.call(residentApi.drafts, {});
    phone.now += 890_000;
    await phone.call(residentApi.drafts, {});
    const asked = phone.server.asked.filter((r) => r.path === residentApi.refresh.path).map((r) => JSON.parse(r.body as string));
    expect(asked).toEqual([
      { refreshToken: 'r-good', attempt: 'attempt-1' },
      { refreshToken: 'r-good', attempt: 'attempt-1' },
      { refreshToken: 'r1', attempt: 'attempt-2' },
    ]);
  });

  test('换了还是说过期：只再试一次，不转圈', async () => {
    phone.server.down = undefined;
    await phone.call(residentApi.drafts, {});
    for (const n of [1, 2, 3]) phone.server.end(`a${n}`);
    expect(await phone.call(residentApi.drafts, {})).toMatchObject({ ok: false, problem: { code: 'token-expired' } });
    expect(phone.server.count(DRAFTS)).toBe(1 + 2);
  });
});
