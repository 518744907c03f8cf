import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sandboxForTest } from '../sandbox-for-test.ts';
import { startSandbox } from '../start-sandbox.ts';

let sandbox: Awaited<ReturnType<typeof sandboxForTest>>;
beforeEach(async () => {
  sandbox = await sandboxForTest();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await sandbox.close();
});

describe('谁可以用', () => {
  test('正式环境里不启动', async () => {
    vi.stubEnv('NODE_ENV', 'production');
    await expect(startSandbox({ port: 0 })).rejects.toThrow(/production/);
  });

  test('端口被占时说出来', async () => {
    await expect(startSandbox({ port: Number(new URL(sandbox.url).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  test('别处网页、指向本机的别名，都不行；本机网页可以', async () => {
    const status = (headers: Record<string, string>) =>
      new Promise<number | undefined>((done) => {
        const order = request(`${sandbox.url}/__sandbox/personas/zhou/login-code`, { method: 'POST', headers }, (answer) => {
          answer.resume();
          done(answer.statusCode);
        });
        order.end();
      });
    expect(await status({ origin: 'https://evil.example' })).toBe(403);
    expect(await status({ origin: 'null' })).toBe(403);
    expect(await status({ host: 'rebound.example' })).toBe(403);
    expect(await status({ origin: 'http://127.0.0.1:8080' })).toBe(201);
  });
});

describe('人', () => {
  test('两位样例居民，再添一位', async () => {
    const { personas } = (await sandbox.send('/__sandbox/personas')).body;
    expect(personas.map((one: { id: string; name: string }) => [one.id, one.name])).toEqual([
      ['zhou', '周德明'],
      ['li', '李素芬'],
    ]);
    const made = await sandbox.control('/personas', { id: 'wang', name: '王小明' });
    expect(made).toMatchObject({ id: 'wang', name: '王小明', openid: expect.stringMatching(/^o[\w-]{27}$/) });
    expect((await sandbox.login(await sandbox.loginCode('wang'))).body.openid).toBe(made.openid);
    expect((await sandbox.post('/__sandbox/personas', { id: 'wang' })).status).toBe(409);
    expect((await sandbox.post('/__sandbox/personas/nobody/login-code', {})).status).toBe(404);
  });

  test('写进文件的人，重启以后还在，openid 不变', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'sandbox-'));
    const stateFile = path.join(folder, 'state', 'wechat.json');
    const before = await sandboxForTest({ stateFile });
    const made = await before.control('/personas', { name: '王小明', phone: '13900009999' });
    await before.close();
    const after = await sandboxForTest({ stateFile });
    expect((await after.send('/__sandbox/personas')).body.personas).toContainEqual(made);
    await after.close();
    rmSync(folder, { recursive: true });
  });
});

describe('坏天气', () => {
  test.each([-1, 45009, 45011, 40001])('错误号 %i，只一次', async (errcode) => {
    await sandbox.fault({ kind: 'errcode', errcode, path: '/cgi-bin/stable_token' });
    expect((await sandbox.login(await sandbox.loginCode('zhou'))).body.openid).toBeDefined();
    expect((await sandbox.stable()).errcode).toBe(errcode);
    expect((await sandbox.stable()).access_token).toBeDefined();
  });

  test('网关的 HTML、半截答复、断开', async () => {
    await sandbox.fault({ kind: 'html-502' });
    await sandbox.fault({ kind: 'truncated' });
    await sandbox.fault({ kind: 'reset' });
    const html = await sandbox.send('/cgi-bin/token');
    expect([html.status, html.text.slice(0, 6)]).toEqual([502, '<html>']);
    const half = await sandbox.login(await sandbox.loginCode('zhou'));
    expect([half.status, half.text[0], half.body]).toEqual([200, '{', undefined]);
    await expect(sandbox.send('/cgi-bin/token')).rejects.toThrow(TypeError);
    expect((await sandbox.plain()).access_token).toBeDefined();
  });

  test('做完了答复才丢：码已经用掉', async () => {
    const code = await sandbox.loginCode('zhou');
    await sandbox.fault({ kind: 'reset', after: true });
    await expect(sandbox.login(code)).rejects.toThrow(TypeError);
    expect((await sandbox.login(code)).body.errcode).toBe(40163);
  });

  test('没做就断开：码还能用', async () => {
    const code = await sandbox.loginCode('zhou');
    await sandbox.fault({ kind: 'reset' });
    await expect(sandbox.login(code)).rejects.toThrow(TypeError);
    expect((await sandbox.login(code)).body.openid).toBeDefined();
  });

  test('慢：等了这么久，再照常答', async () => {
    await sandbox.fault({ kind: 'latency', ms: 2500, times: null });
    await sandbox.stable();
    await sandbox.stable();
    expect(sandbox.waits).toEqual([2500, 2500]);
    await sandbox.send('/__sandbox/faults', { method: 'DELETE' });
    await sandbox.stable();
    expect(sandbox.waits).toHaveLength(2);
  });

  test.each([{ kind: 'flood' }, { kind: 'errcode' }, { kind: 'latency' }, { kind: 'reset', times: 0 }])(
    '说不清的要求不收：%j',
    async (order) => {
      expect((await sandbox.post('/__sandbox/faults', order)).status).toBe(400);
    },
  );
});

test('记下的调用里没有码、凭证和号码', async () => {
  await sandbox.login(await sandbox.loginCode('zhou'));
  const { calls } = (await sandbox.send('/__sandbox/calls')).body;
  expect(calls).toEqual([{ at: '2026-11-22T02:00:00.000Z', method: 'GET', path: '/sns/jscode2session', errcode: 0 }]);
});
