// A message's way, without a page: WeChat's own window, its server, its pushes, the text message after it, and the code on it.
import { randomUUID } from 'node:crypto';
import { type Client, makeClient, residentApi, type Signature, STATEMENT_HASHES, STATEMENTS } from '@assist/contracts';
import type { CivilDate, DivisionCode } from '@assist/policy';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTown, type Town } from './_town/town.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown();
});
afterAll(() => town.close());

const HERE = { kind: 'chongqing', divisionCode: '500107001' as DivisionCode } as const;
const PHONE = '13900001001';

const control = async (method: string, path: string, body?: object) => {
  const answer = await fetch(`${town.sandbox.url}/__sandbox${path}`, { method, ...(body && { body: JSON.stringify(body) }) });
  return answer.status === 204 ? undefined : await answer.json();
};
const calling = (token?: string): Client =>
  makeClient(async ({ method, path, headers, body }) => {
    const answer = await fetch(`${town.residentUrl}${path}`, {
      method,
      headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) },
      ...(body !== undefined && { body }),
    });
    return { kind: 'answer', status: answer.status, text: await answer.text() };
  });
const ok = <T>(result: { ok: true; data: T } | { ok: false; problem: { code: string } }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.data;
};
const loopback = async () => (await fetch(`${town.staffUrl}/staff/loopback`)).text();
const messages = async () =>
  (await control('GET', '/messages?persona=zhou')).messages as { messageId: string; data: Record<string, string> }[];
/** What the worker does by itself, every other second. */
const work = async () => {
  await town.worker.drain();
  await town.worker.chores();
};

test('点了允许：申请收到，微信里来一条，上面只有什么事和验真码；没送到就发短信；码是真的', async () => {
  const { code } = await control('POST', '/personas/zhou/login-code');
  const session = ok(await calling()(residentApi.signIn, { body: { code } }));
  const call = calling(session.accessToken);
  const notice = STATEMENTS['privacy-notice'];
  ok(
    await call(residentApi.giveConsent, {
      params: { statement: 'privacy-notice' },
      body: { version: notice.version, hash: STATEMENT_HASHES['privacy-notice'] },
    }),
  );
  const paper = { kind: 'resident-identity', number: '500107196303120022' } as const;
  ok(await call(residentApi.claimIdentity, { body: { name: '李素芬', paper } }));
  const phone = await control('POST', '/personas/zhou/phone-code');
  ok(await call(residentApi.setPhone, { body: { code: phone.code }, key: randomUUID() }));

  // 看得到能允许什么；在微信的窗口里点允许；手机说一声。
  const templates = ok(await call(residentApi.reminderTemplates, {}));
  expect(templates.map((one) => one.about)).toEqual(['progress', 'due', 'visit']);
  const asked = await control('POST', '/personas/zhou/subscribe', { tmplIds: templates.map((one) => one.templateId) });
  const answers = templates.map(({ templateId }) => ({ templateId, answer: asked.result[templateId] as 'accept' }));
  expect(ok(await call(residentApi.acceptReminders, { body: { answers }, key: randomUUID() }))).toEqual({ accepted: 3 });

  const sign = (statement: 'sensitive-data' | 'cross-check' | 'truthfulness'): Signature => ({
    statement,
    version: STATEMENTS[statement].version,
    hash: STATEMENT_HASHES[statement],
    memberId: 'm1',
    status: 'given',
    at: '2026-11-22T10:00:00+08:00',
  });
  const applicationId = randomUUID();
  const member = {
    id: 'm1',
    relation: 'self',
    name: '李素芬',
    birthDate: '1963-03-12' as CivilDate,
    registration: HERE,
    livesTogether: true,
    income: [],
  } as const;
  ok(
    await call(residentApi.submitApplication, {
      params: { applicationId },
      body: {
        form: { formVersion: 1, members: [{ ...member, income: [] }], residence: HERE, area: 'urban', photos: [] },
        signatures: [sign('sensitive-data'), sign('cross-check'), sign('truthfulness')],
      },
    }),
  );
  await work();
  const [sent, ...more] = await messages();
  expect(more).toEqual([]);
  const [message] = ok(await call(residentApi.messages, { query: {} })).items;
  expect(sent?.data).toMatchObject({ thing1: '您的申请收到了', character_string3: message?.code });
  expect(JSON.stringify(sent)).not.toMatch(/李素芬|500107196303120022/);

  // 拿着码，谁都能问是不是真的。
  const real = ok(await calling()(residentApi.checkReality, { body: { code: message?.code ?? '' } }));
  expect(real).toMatchObject({ kind: 'message' });

  // 受理以后再来一条，次数已经用完：短信。
  await town.sql`update applications set state = 'opened' where id = ${applicationId}`;
  await town.sql`update work_items set state = 'opened' where application_id = ${applicationId}`;
  await town.sql`insert into application_events (application_id, office_id, at, state)
    select id, office_id, now(), 'accepted' from applications where id = ${applicationId}`;
  await town.sql`insert into outbox (kind, payload, created_at, run_at)
    values ('tell-resident', ${town.sql.json({ applicationId, accountId: session.account.accountId, state: 'accepted' })}, now(), now())`;
  await work();
  await work();
  expect(await messages()).toHaveLength(1);
  const [last] = await town.sql`select channel from sends order by created_at desc limit 1`;
  expect(last).toEqual({ channel: 'text' });
  // 夜里不发短信：到早上再看。
  for (let hours = 0; hours < 12 && !(await loopback()).includes('您的申请受理了'); hours++) {
    await work();
    town.letPass(3_600_000);
  }
  expect(await loopback()).toContain(PHONE.slice(-4));
  expect(await loopback()).toContain('您的申请受理了');

  // 微信后来说第一条其实没送到：记下来；是“只发微信”的，不再打扰。
  await control('POST', `/messages/${sent?.messageId}/result`, { errorCode: '1', errorStatus: 'failed' });
  const [first] = await town.sql`select state, why from sends order by created_at limit 1`;
  expect(first).toEqual({ state: 'bounced', why: 'wechat-1' });
}, 120_000);
