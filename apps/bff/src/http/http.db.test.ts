import { randomUUID } from 'node:crypto';
import { type Problem, problemSchema, residentApi, staffApi } from '@assist/contracts';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BffForTest, bffForTest } from '../test/bff-for-test.ts';
import { done, resident } from '../test/people.ts';

let bff: BffForTest;
beforeAll(async () => {
  bff = await bffForTest();
});
afterAll(() => bff.close());

const problemOf = async (answer: Response): Promise<Problem> => {
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  return problemSchema.parse(await answer.json());
};

describe('问题都是 problem+json，都有问题编号', () => {
  it.each([
    ['没有这个地址', 'GET', '/api/nothing', undefined, 404, 'not-found'],
    ['编号不是编号', 'GET', '/api/applications/1', undefined, 401, 'not-signed-in'],
    ['没有这个办法', 'PATCH', '/api/me', undefined, 405, 'method-not-allowed'],
    ['没有这个办法', 'DELETE', '/api/routing', undefined, 405, 'method-not-allowed'],
    ['不是 JSON', 'POST', '/api/session', '{', 400, 'bad-request'],
    ['少了字段', 'POST', '/api/session', '{}', 422, 'form-invalid'],
    ['套得太深', 'POST', '/api/session', `{"code":${'['.repeat(40)}${']'.repeat(40)}}`, 400, 'bad-request'],
    ['太大', 'POST', '/api/session', JSON.stringify({ code: 'x'.repeat(1_100_000) }), 413, 'too-large'],
    ['没听说过的区县', 'GET', '/api/places/districts/999999/townships', undefined, 404, 'not-found'],
  ])('%s %s %s', async (_title, method, path, body, status, code) => {
    const answer = await fetch(`${bff.residentUrl}${path}`, {
      method,
      ...(body !== undefined && { body, headers: { 'content-type': 'application/json' } }),
    });
    expect(answer.status).toBe(status);
    const problem = await problemOf(answer);
    expect(problem).toMatchObject({ status, code, type: `about:problem/${code}` });
    expect(problem.instance).toMatch(/^[2-9A-HJKMNP-Z]{3}-[2-9A-HJKMNP-Z]{3}$/);
    expect(bff.lines.some((line) => line.instance === problem.instance && line.problem === code)).toBe(true);
  });

  it('405 说有哪些办法', async () => {
    const answer = await fetch(`${bff.residentUrl}/api/me`, { method: 'POST' });
    expect(answer.headers.get('allow')).toBe('GET, HEAD');
  });

  it('没料到的错：一句固定的话，日志里有编号和在哪，没有内容', async () => {
    const sufen = await resident(bff, 'broken');
    const [whole] = await bff.sql<{ sealed: Buffer }[]>`select name_sealed as sealed from accounts where id = ${sufen.accountId}`;
    const broken = Buffer.from(whole?.sealed as Buffer);
    broken[broken.length - 1] = (broken.at(-1) as number) ^ 1;
    await bff.sql`update accounts set name_sealed = ${broken} where id = ${sufen.accountId}`;
    const answer = await fetch(`${bff.residentUrl}/api/me`, { headers: { authorization: `Bearer ${sufen.accessToken}` } });
    expect(answer.status).toBe(500);
    const problem = await problemOf(answer);
    expect(problem.title).toBe('没接上，是我们的问题。填好的都在');
    expect(Object.keys(problem).sort()).toEqual(['code', 'instance', 'status', 'title', 'type']);
    const line = bff.lines.find((one) => one.message === 'problem' && one.instance === problem.instance);
    expect(line?.error).toEqual(['Error Unsupported state or unable to authenticate data']);
    expect(String(line?.stack)).toContain('src/crypto/');
    await bff.sql`update accounts set name_sealed = ${whole?.sealed as Buffer} where id = ${sufen.accountId}`;
  });
});

describe('库里存不了的那个符号（编号 0）', () => {
  it.each([
    ['问号后面', 'GET', '/staff/api/case-files?village=%00', undefined, 400],
    ['问号后面，翻页', 'GET', '/staff/api/queue?cursor=a%00b', undefined, 400],
    ['路径里', 'GET', '/staff/api/drafts/a%00b', undefined, 404],
    ['正文里，人写的字', 'POST', '/staff/api/queue/find', '{"number":"ab\\u0000cd"}', 422],
    ['正文里，别的', 'PUT', '/staff/api/drafts/x', '{"body":"\\u0000"}', 400],
  ])('%s：说没认出来，不是我们出错', async (_title, method, path, body, status) => {
    const { session } = await bff.staff('sample-heli');
    const answer = await fetch(`${bff.staffUrl}${path}`, {
      method,
      headers: { cookie: `desk_session=${session}`, 'x-requested-with': 'desk', 'content-type': 'application/json' },
      ...(body && { body }),
    });
    expect(answer.status).toBe(status);
    await problemOf(answer);
  });

  it('写着这六个字符、不是那个符号的，照收', async () => {
    const { call } = await bff.staff('sample-heli');
    const body = '写的是 \\u0000 这几个字';
    expect((await call(staffApi.keepStaffDraft, { params: { name: 'opinion.nul' }, body: { body } })).ok).toBe(true);
    expect(await call(staffApi.staffDraft, { params: { name: 'opinion.nul' } })).toMatchObject({ data: { body } });
  });
});

describe('头', () => {
  it('不让猜类型、不缓存、不让别的页面套', async () => {
    for (const url of [bff.residentUrl, bff.staffUrl]) {
      const { headers } = await fetch(`${url}/nothing`);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    }
  });

  it('只有说好的页面能从别处叫', async () => {
    const ask = (origin: string) =>
      fetch(`${bff.residentUrl}/api/me`, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'GET' } });
    expect((await ask('http://127.0.0.1:8080')).headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:8080');
    expect((await ask('http://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('两个应用互不相通', () => {
  it('居民那边没有镇街的地址，镇街那边没有居民的', async () => {
    expect((await fetch(`${bff.residentUrl}/staff/api/me`)).status).toBe(404);
    expect((await fetch(`${bff.staffUrl}/api/me`)).status).toBe(404);
  });

  it('居民的凭据进不了镇街那边', async () => {
    const sufen = await resident(bff, 'one', null);
    const answer = await fetch(`${bff.staffUrl}/staff/api/me`, {
      headers: { authorization: `Bearer ${sufen.accessToken}`, cookie: `desk_session=${sufen.accessToken}` },
    });
    expect((await problemOf(answer)).code).toBe('not-signed-in');
  });
});

describe('别的网页替经办人点', () => {
  it.each([
    ['没带自己的头', {}],
    ['从别的网页来', { 'x-requested-with': 'desk', origin: 'http://evil.example' }],
    ['浏览器说是别的网站', { 'x-requested-with': 'desk', 'sec-fetch-site': 'cross-site' }],
  ])('%s：不做', async (_title, headers) => {
    const { session } = await bff.staff('sample-heli');
    const answer = await fetch(`${bff.staffUrl}/staff/api/queue/claim`, {
      method: 'POST',
      headers: { cookie: `desk_session=${session}`, 'idempotency-key': randomUUID(), ...(headers as Record<string, string>) },
    });
    expect((await problemOf(answer)).code).toBe('forbidden');
  });

  it('自己的页面：做', async () => {
    const { session } = await bff.staff('sample-heli');
    const answer = await fetch(`${bff.staffUrl}/staff/api/queue/claim`, {
      method: 'POST',
      headers: {
        cookie: `desk_session=${session}`,
        'idempotency-key': `"${randomUUID()}"`,
        'x-requested-with': 'desk',
        origin: bff.staffUrl,
      },
    });
    expect(answer.status).toBe(200);
  });

  it('退出以后，这个会话不能用了', async () => {
    const { call } = await bff.staff('sample-heli');
    expect((await call(staffApi.staffSignOut, {})).ok).toBe(true);
    expect(await call(staffApi.staffMe, {})).toMatchObject({ ok: false, problem: { code: 'not-signed-in' } });
  });
});

it('点得太快：请等一下，说等多久；过了那会儿又能点', async () => {
  const sufen = await resident(bff, 'quick', null);
  const redeem = () =>
    fetch(`${bff.residentUrl}/api/me/verification`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sufen.accessToken}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ code: 'WRONGCDE' }),
    });
  for (let i = 0; i < 10; i++) expect((await redeem()).status).toBe(422);
  const stopped = await redeem();
  expect(stopped.status).toBe(429);
  expect(Number(stopped.headers.get('retry-after'))).toBe(3600);
  bff.pass(3_600_000);
  expect((await problemOf(await redeem())).code).toBe('token-expired');
  bff.pass(-3_600_000);
});

describe('去哪儿申请', () => {
  const where = async (registration: unknown, more: object = {}) => {
    const answer = await fetch(`${bff.residentUrl}/api/routing`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ members: [{ id: 'm1', ...(registration ? { registration } : {}) }], ...more }),
    });
    return residentApi.routing.answer?.parse(await answer.json());
  };
  it.each([
    ['户口在九龙坡杨家坪', { kind: 'chongqing', divisionCode: '500107001' }, { kind: 'live', office: { id: '500107001' } }],
    [
      '户口在没接上的万州',
      { kind: 'chongqing', divisionCode: '500101017' },
      { kind: 'not-live', office: { id: '500101017', live: false }, placeName: '万州区太白街道' },
    ],
    ['高新区代管的镇', { kind: 'chongqing', divisionCode: '500107103' }, { kind: 'not-live', office: { live: false } }],
    ['户口在四川', { kind: 'elsewhere', province: '四川省' }, { kind: 'not-live', placeName: '四川省' }],
    ['还没问户口', undefined, { kind: 'ask', missing: ['members.m1.registration'] }],
  ])('%s', async (_title, registration, expected) => {
    const answer = await where(registration);
    expect(answer).toMatchObject(expected);
    expect(answer?.reason.clauses.length).toBeGreaterThan(0);
  });

  it('区县三十八个，三个上线；镇街十九个，十三个上线', async () => {
    const districts = done(await bff.residentWith(undefined)(residentApi.districts, {}));
    expect(districts.filter((one) => one.live).map((one) => one.name)).toEqual(['九龙坡区', '永川区', '铜梁区']);
    expect(districts).toHaveLength(38);
    const townships = done(await bff.residentWith(undefined)(residentApi.townships, { params: { district: '500107' } }));
    expect([townships.length, townships.filter((one) => one.live).length]).toEqual([19, 13]);
  });
});

describe('接口的说明', () => {
  it.each([
    ['居民', () => `${bff.residentUrl}/api/openapi.json`, residentApi],
    ['镇街', () => `${bff.staffUrl}/staff/api/openapi.json`, staffApi],
  ] as const)('%s：是有效的 OpenAPI 3.1，一个不少', async (_title, url, api) => {
    const document = (await (await fetch(url())).json()) as {
      openapi: string;
      paths: Record<string, Record<string, { operationId: string }>>;
    };
    const { valid, errors } = await new Validator().validate(document);
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    expect(document.openapi).toBe('3.1.0');
    const ids = Object.values(document.paths).flatMap((path) => Object.values(path).map((one) => one.operationId));
    expect(ids.sort()).toEqual(Object.keys(api).sort());
    const refs = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1]);
    const schemas = (document as unknown as { components: { schemas: object } }).components.schemas;
    for (const ref of refs) expect(Object.keys(schemas)).toContain(ref);
  });
});

it('活着、准备好了', async () => {
  for (const url of [bff.residentUrl, bff.staffUrl]) {
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  }
});
