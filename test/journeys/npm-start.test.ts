import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { aliveWith, freePorts, npmStart, SETTLED, type Start } from './_start/npm-start.ts';

const data = mkdtempSync(path.join(tmpdir(), 'assist-start-'));
const running: Start[] = [];

afterAll(() => {
  for (const { child } of running) child.kill('SIGKILL');
  rmSync(data, { recursive: true, force: true });
});

function begin(ports: Record<string, string>) {
  const start = npmStart(ports, data);
  running.push(start);
  return { ...start, ready: () => expect.poll(() => start.output.text, { timeout: 120_000 }).toMatch(SETTLED) };
}
const alive = () => aliveWith(data);

const answer = async (port: string | undefined, asked: string) => (await fetch(`http://127.0.0.1:${port}${asked}`)).status;

let keys = '';

test('npm start：一切带起来，说出地址、两位样例居民和两位样例经办；Ctrl-C 全部结束', async () => {
  const ports = await freePorts();
  const start = begin(ports);
  await start.ready();
  expect(start.output.text).not.toContain('✗');
  expect(await answer(ports.MINIPROGRAM_PORT, '/')).toBe(200);
  expect(await answer(ports.DESK_PORT, '/')).toBe(200);
  expect(await answer(ports.BFF_PORT, '/readyz')).toBe(200);
  expect(await answer(ports.MINIPROGRAM_PORT, '/__sandbox/personas')).toBe(200);
  expect(await answer(ports.MINIPROGRAM_PORT, '/api/me')).toBe(401);
  expect(start.output.text).toContain(`http://127.0.0.1:${ports.MINIPROGRAM_PORT}`);
  expect(start.output.text.match(/样例居民/g)).toHaveLength(2);
  expect(start.output.text.match(/样例经办/g)).toHaveLength(2);
  keys = readFileSync(path.join(data, 'keys.json'), 'utf8');
  expect(statSync(path.join(data, 'keys.json')).mode & 0o077).toBe(0);
  start.child.kill('SIGINT');
  expect(await start.ended).toBe(130);
  await expect.poll(alive).toEqual([]);
});

test('第二次 npm start 保留密钥和数据；端口被占用时另一次启动只说一句话，不打断它；kill -9 之后什么也不剩', async () => {
  const ports = await freePorts();
  const start = begin(ports);
  await start.ready();
  expect(start.output.text).not.toContain('✗');
  expect(readFileSync(path.join(data, 'keys.json'), 'utf8')).toBe(keys);
  const second = begin(ports);
  expect(await second.ended).toBe(1);
  expect(second.output.text).toContain('端口已被占用');
  expect(second.output.text).not.toMatch(/^\s+at /m);
  expect(await answer(ports.BFF_PORT, '/readyz')).toBe(200);
  start.child.kill('SIGKILL');
  await expect.poll(alive).toEqual([]);
});

test('后台自己停了：说出是哪一个，其余的都结束', async () => {
  const ports = await freePorts();
  const start = begin(ports);
  await start.ready();
  const worker = alive().find(
    (pid) =>
      /node\0.*worker\.ts/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8')) &&
      !readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('sh'),
  );
  process.kill(Number(worker), 'SIGKILL');
  expect(await start.ended).toBe(1);
  expect(start.output.text).toContain('后台任务自己停了');
  await expect.poll(alive).toEqual([]);
});
