import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageServer } from './page.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'page-'));
const servers: ServerType[] = [];
let page = '';

function listen(app: Hono): Promise<string> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }: AddressInfo) =>
      resolve(`http://127.0.0.1:${port}`),
    );
    servers.push(server);
  });
}

beforeAll(async () => {
  mkdirSync(path.join(folder, 'js'));
  writeFileSync(path.join(folder, 'index.html'), '<p>index</p>');
  writeFileSync(path.join(folder, 'js', 'app.1a2b3c4d.js'), 'app()');
  writeFileSync(path.join(folder, 'js', 'long.1a2b3c4d.js'), 'app();'.repeat(1000));
  const behind = new Hono();
  behind.get('/api/away', (c) => {
    c.header('referrer-policy', 'same-origin');
    return c.redirect('https://elsewhere.example/', 302);
  });
  behind.all('/api/echo', async (c) =>
    c.json({
      method: c.req.method,
      host: c.req.header('x-forwarded-host'),
      from: c.req.header('x-forwarded-for'),
      query: c.req.query('a'),
      body: await c.req.text(),
    }),
  );
  const server = await listen(behind);
  page = await listen(
    pageServer({ address: 'http://127.0.0.1:1', policy: 'residents', folder, forward: { '/api': server, '/down': 'http://127.0.0.1:1' } }),
  );
});

afterAll(() => {
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true });
});

test('页面的任何路径都给首页，每次都问新的', async () => {
  for (const asked of ['/', '/queue/12']) {
    const answer = await fetch(page + asked);
    expect([answer.status, answer.headers.get('cache-control'), await answer.text()]).toEqual([200, 'no-cache', '<p>index</p>']);
  }
});

test('脚本压着送；后面服务器回的不压，长短不透露什么', async () => {
  const script = await fetch(`${page}/js/long.1a2b3c4d.js`, { headers: { 'accept-encoding': 'gzip' } });
  expect([script.headers.get('content-encoding'), (await script.text()).length]).toEqual(['gzip', 6000]);
  const answer = await fetch(`${page}/api/echo`, { method: 'POST', headers: { 'accept-encoding': 'gzip' }, body: 'x'.repeat(5000) });
  expect(answer.headers.get('content-encoding')).toBeNull();
});

test('带内容指纹的文件可以一直存着，没有的文件是 404 而不是首页', async () => {
  expect((await fetch(`${page}/js/app.1a2b3c4d.js`)).headers.get('cache-control')).toContain('immutable');
  expect((await fetch(`${page}/js/none.js`)).status).toBe(404);
  expect((await fetch(`${page}/../../../etc/passwd`)).status).not.toBe(500);
});

test('接口原样转给后面的服务：方法、问号后面的、正文、浏览器用的名字', async () => {
  const answer = await fetch(`${page}/api/echo?a=1`, { method: 'PUT', body: '正文', headers: { 'x-forwarded-for': '6.6.6.6' } });
  const host = new URL(page).host;
  expect(await answer.json()).toEqual({ method: 'PUT', host, from: '127.0.0.1', query: '1', body: '正文' });
});

test('后面让浏览器去别处，就让浏览器自己去', async () => {
  const answer = await fetch(`${page}/api/away`, { redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([302, 'https://elsewhere.example/']);
});

test('页面只从自己这里取东西，页里不写脚本，不告诉别处从哪来，也不猜内容是什么；后面说了的照后面的', async () => {
  for (const asked of ['/', '/js/app.1a2b3c4d.js', '/js/none.js']) {
    const { headers } = await fetch(page + asked);
    expect([headers.get('referrer-policy'), headers.get('x-content-type-options')], asked).toEqual(['no-referrer', 'nosniff']);
    expect(headers.get('content-security-policy'), asked).toMatch(/^default-src 'none'; script-src 'self';.*frame-ancestors 'none'/);
  }
  expect((await fetch(`${page}/api/away`, { redirect: 'manual' })).headers.get('referrer-policy')).toBe('same-origin');
  const desk = pageServer({ address: 'http://127.0.0.1:1', policy: 'desk', folder, forward: {} });
  const written = readFileSync(new URL('../../../desk/README.md', import.meta.url), 'utf8');
  const said = /`(default-src [^`]+)`/.exec(written)?.[1]?.replace(/\.$/, '');
  const parts = (policy: string | null | undefined) => policy?.split(/; ?/).sort();
  expect(parts((await desk.request('http://127.0.0.1:1/')).headers.get('content-security-policy'))).toEqual(parts(said));
});

test('后面的服务没开：502，不泄露细节', async () => {
  const answer = await fetch(`${page}/down/x`);
  const problem = (await answer.json()) as { code: string; title: string };
  expect([answer.status, answer.headers.get('content-type'), problem.code]).toEqual([502, 'application/problem+json', 'unavailable']);
  // The pages know no other problems than these.
  const contracts = readFileSync(new URL('../../../../packages/contracts/src/problem.ts', import.meta.url), 'utf8');
  expect(contracts).toContain(`unavailable: [502, '${problem.title}']`);
});

test('浏览器用本机的另一个名字打开，带去登录认得的那一个；别的名字不理', async () => {
  const app = pageServer({ address: 'http://127.0.0.1:8080', policy: 'desk', folder, forward: {} });
  const open = (url: string) => app.request(url, { headers: { 'sec-fetch-mode': 'navigate' } });
  const answer = await open('http://localhost:8080/queue?a=1');
  expect([answer.status, answer.headers.get('location')]).toEqual([302, 'http://127.0.0.1:8080/queue?a=1']);
  expect((await open('http://127.0.0.1:8080/queue')).status).toBe(200);
  expect((await open('http://evil.example:8080/__sandbox/personas')).status).toBe(403);
});
