import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startWorker, type Worker } from '../start-worker.ts';
import { type BffForTest, bffForTest } from '../test/bff-for-test.ts';
import { done, resident, SUFEN } from '../test/people.ts';

const PORTS = { metrics: { port: 0, host: '127.0.0.1' } };
let bff: BffForTest;
let worker: Worker;
beforeAll(async () => {
  bff = await bffForTest((config) => ({ ...config, ...PORTS }));
  worker = await startWorker({ config: bff.config, clock: bff.clock, fetch: bff.wechat.fetch, log: () => undefined }, false);
});
afterAll(async () => {
  await worker.close();
  await bff.close();
});

const scrape = async (url: string | undefined) => {
  const answer = await fetch(`${url}/metrics`);
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  return answer.text();
};
const value = (text: string, series: string) =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${series} `))
      ?.split(' ')
      .at(-1),
  );

it('一份申请：请求按路由数，排队、待办数得对；谁的名字、号码、编号都不在里面', async () => {
  const person = await resident(bff, 'metrics');
  await worker.drain();
  const id = randomUUID();
  const receipt = done(await person.submit(id));
  bff.pass(60_000);
  const http = await scrape(bff.metricsUrl);
  expect(
    value(http, 'assist_http_requests_total{app="residents",method="PUT",route="/api/applications/{applicationId}",status="201"}'),
  ).toBe(1);
  expect(value(http, 'assist_http_request_duration_seconds_count{app="residents",route="/api/applications/{applicationId}"}')).toBe(1);
  expect(value(http, 'assist_pool_wait_seconds{pool="residents"}')).toBeGreaterThan(0);
  const whole = await scrape(worker.metricsUrl);
  expect(value(whole, 'assist_measured')).toBe(1);
  // A look for a second account with this number, a message to the household, and what was signed before sending.
  expect(value(whole, 'assist_outbox_waiting')).toBe(3);
  expect(value(whole, 'assist_outbox_oldest_seconds')).toBe(60);
  expect(value(whole, 'assist_queue_open{lane="applications"}')).toBe(1);
  expect(value(whole, 'assist_queue_oldest_seconds{lane="applications"}')).toBe(60);
  expect(value(whole, 'assist_audit_unsealed_seconds')).toBe(60);
  for (const secret of [SUFEN.name, SUFEN.number, id, person.accountId, receipt.number, person.accessToken])
    expect(http + whole).not.toContain(secret);
});

it('没有的路由、没听过的方法，不会长出新的一行来', async () => {
  for (const path of ['/api/nothing/1', '/api/nothing/2', '/x?y=1']) await fetch(`${bff.residentUrl}${path}`, { method: 'PROPFIND' });
  const text = await scrape(bff.metricsUrl);
  expect(value(text, 'assist_http_requests_total{app="residents",method="other",route="none",status="404"}')).toBe(3);
  expect(text).not.toContain('nothing');
});

it('数字在自己的口上，居民和工作人员的口上没有', async () => {
  for (const url of [bff.residentUrl, bff.staffUrl]) expect((await fetch(`${url}/metrics`)).status).toBe(404);
  expect((await fetch(`${worker.metricsUrl}/healthz`)).status).toBe(200);
  expect((await fetch(`${worker.metricsUrl}/`)).status).toBe(404);
});
