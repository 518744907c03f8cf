import { describe, expect, it } from 'vitest';
import { residentApi } from './api/resident-api.ts';
import { makeClient, type Transport } from './client.ts';

const answering =
  (status: number, text: string): Transport =>
  async () => ({ kind: 'answer', status, text });

describe('client', () => {
  it('没网和听不懂的回答也是问题，不抛错', async () => {
    expect(await makeClient(async () => ({ kind: 'no-network' }))(residentApi.me, {})).toMatchObject({
      ok: false,
      problem: { code: 'no-network' },
    });
    for (const text of ['<html>', '{}', '', '{"accountId":1}'])
      expect(await makeClient(answering(200, text))(residentApi.me, {})).toMatchObject({
        ok: false,
        problem: { code: 'answer-not-understood' },
      });
    expect(await makeClient(answering(502, '<html>Bad gateway'))(residentApi.me, {})).toMatchObject({
      ok: false,
      problem: { code: 'answer-not-understood' },
    });
  });

  it('路径里的参数、正文和幂等键都按约定送出', async () => {
    const sent: unknown[] = [];
    const client = makeClient(async (r) => {
      sent.push(r);
      return { kind: 'answer', status: 204, text: '' };
    });
    await client(residentApi.deleteDraft, { params: { draftId: '018f3a2e-0000-7000-8000-000000000001' } });
    await client(residentApi.setPhone, { body: { code: 'abc' }, key: 'k-1' });
    expect(sent).toEqual([
      {
        method: 'DELETE',
        path: '/api/drafts/018f3a2e-0000-7000-8000-000000000001',
        headers: { accept: 'application/json' },
        who: 'account',
      },
      {
        method: 'POST',
        path: '/api/me/phone',
        headers: { accept: 'application/json', 'content-type': 'application/json', 'idempotency-key': '"k-1"' },
        who: 'account',
        body: '{"code":"abc"}',
      },
    ]);
  });

  it('服务端的问题原样带回编号', async () => {
    const problem = { type: 'about:problem/not-found', title: '没有找到', status: 404, code: 'not-found', instance: 'W7K-3Q9' };
    expect(await makeClient(answering(404, JSON.stringify(problem)))(residentApi.me, {})).toEqual({ ok: false, problem });
  });
});
