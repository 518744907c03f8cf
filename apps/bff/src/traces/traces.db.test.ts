import { randomUUID } from 'node:crypto';
import { residentApi, staffApi } from '@assist/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { personalDataIn } from '../personal-data.ts';
import { bffForTest } from '../test/bff-for-test.ts';
import { collectorForTest, type Exported } from '../test/collector-for-test.ts';
import { done, GUOFU, resident, SUFEN } from '../test/people.ts';
import { otlpTraces } from './otlp-traces.ts';
import { carried } from './span.ts';
import { tracesTo } from './traces-to.ts';

let collector: Awaited<ReturnType<typeof collectorForTest>>;
let spans: readonly Exported[];
const secrets: string[] = [SUFEN.name, SUFEN.number, GUOFU.name, '13812345678'];
const id = randomUUID();

/** A person sends an application, the worker does what follows, a clerk opens it; and what goes wrong beside it. */
beforeAll(async () => {
  collector = await collectorForTest();
  const traces = { endpoint: `${collector.url}/`, headers: { authorization: 'Bearer of-the-collector' }, share: 1 };
  const bff = await bffForTest((config) => ({ ...config, traces }));
  const person = await resident(bff, 'traces');
  await bff.worker.drain();
  const receipt = done(await person.submit(id));
  secrets.push(id, person.accountId, person.accessToken, receipt.number);
  await person.call(residentApi.application, { params: { applicationId: randomUUID() } });
  for (const path of [`/api/me?card=${SUFEN.number}`, `/${SUFEN.number}`, `/api/applications/${encodeURIComponent(SUFEN.name)}`])
    await fetch(`${bff.residentUrl}${path}`, { headers: { traceparent: `00-${'ab'.repeat(16)}-${'cd'.repeat(8)}-01` } });
  await bff.sql`insert into outbox (kind, payload, created_at, run_at, trace_parent)
    values ('change-told', '{"changeId":"no id"}', '2026-01-01', '2026-01-01', 'not a trace')`;
  await bff.worker.drain();
  const clerk = await bff.staff('sample-heli');
  done(await clerk.call(staffApi.queue, { query: { lane: 'applications' } }));
  done(await clerk.call(staffApi.openCase, { params: { applicationId: id } }));
  await fetch(`${bff.staffUrl}/staff/auth/login`, { redirect: 'manual' });
  await bff.close();
  spans = collector.spans;
});
afterAll(async () => {
  await collector.close();
});

const named = (name: string) => spans.filter((span) => span.name === name);
const only = (name: string): Exported => {
  expect([name, named(name).length]).toEqual([name, 1]);
  return named(name)[0] as Exported;
};
const under = (span: Exported) => spans.filter(({ parentSpanId }) => parentSpanId === span.spanId).map(({ name }) => name);

it('一份申请：请求、动作、后面的活，一条线', () => {
  const sent = only('PUT /api/applications/{applicationId}');
  expect(sent).toMatchObject({ service: 'assist-http', kind: 2, status: 0 });
  expect(sent.parentSpanId).toBeUndefined();
  expect(sent.notes).toEqual({
    'http.request.method': 'PUT',
    'http.route': '/api/applications/{applicationId}',
    'http.response.status_code': 201,
  });
  expect(under(sent)).toContain('verb submitApplication');
  const verb = only('verb submitApplication');
  const after = ['job find-identity-conflict', 'job relay-sent', 'job tell-resident'];
  expect(
    spans
      .filter(({ parentSpanId, service }) => parentSpanId === verb.spanId && service === 'assist-worker')
      .map(({ name }) => name)
      .sort(),
  ).toEqual(after);
  const job = only('job tell-resident');
  expect(job).toMatchObject({ traceId: sent.traceId, kind: 5, notes: { 'assist.try': 1, 'assist.outcome': 'done' } });
  expect(under(job)).toEqual(['transaction']);
});

it('往外问的：问了谁、问的哪一样', () => {
  const signIn = only('POST /api/session');
  expect(only('wechat /sns/jscode2session')).toMatchObject({
    traceId: signIn.traceId,
    kind: 3,
    notes: { 'http.response.status_code': 200 },
  });
  // Nobody listens at the provider's address in this test.
  expect(only('identity-provider begin')).toMatchObject({ traceId: only('GET /staff/auth/login').traceId, status: 2 });
});

it('没成的：是我们的错才算坏，说代码不说内容', () => {
  expect(only('job change-told')).toMatchObject({ status: 2, notes: { 'error.type': expect.stringMatching(/^\w+( \w+)?$/) } });
  const problems = (name: string) => named(name).map(({ status, notes }) => [status, notes['assist.problem']]);
  // Somebody else's id, and a name where an id belongs, by nobody.
  expect(problems('GET /api/applications/{applicationId}')).toEqual([
    [0, 'not-found'],
    [0, 'not-signed-in'],
  ]);
  expect(problems('GET none')).toEqual([[0, 'not-found']]);
});

it('别人带来的线头不接；空着的队列不出一条线；认得的门牌才给收的人', () => {
  expect(spans.filter(({ traceId }) => traceId === 'ab'.repeat(16))).toEqual([]);
  expect(spans.filter(({ name, parentSpanId }) => name === 'transaction' && !parentSpanId)).toEqual([]);
  expect(new Set(collector.headers)).toEqual(new Set(['Bearer of-the-collector']));
});

it('收的人不在：该答的照答，关门也不等它', async () => {
  const away = otlpTraces({ endpoint: 'http://127.0.0.1:1', headers: {}, share: 1 }, 'assist-http', 200);
  expect(await away.span({ name: 'job tell-resident' }, async () => 'done')).toBe('done');
  await away.close();
  await expect((await tracesTo(undefined, 'assist-http')).span({ name: 'job' }, async () => carried())).resolves.toBeNull();
});

it('一条也没有人：没有姓名、号码、编号、话，也没有机器的名字', () => {
  expect(spans.length).toBeGreaterThan(30);
  expect(spans.flatMap(({ said }) => personalDataIn(said))).toEqual([]);
  const all = spans.map(({ said }) => said).join('\n');
  for (const secret of secrets) expect(all).not.toContain(secret);
  expect(all).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/);
  expect(all).not.toMatch(/host\.name|process\./);
});
