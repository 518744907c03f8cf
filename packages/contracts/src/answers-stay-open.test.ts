import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import type { Endpoint } from './api/endpoint.ts';
import { residentApi } from './api/resident-api.ts';
import { staffApi } from './api/staff-api.ts';
import { makeClient } from './client.ts';
import { NOT_KNOWN } from './open-enum.ts';

/** Closed on purpose: an older phone refuses the whole answer, and this is why that is better. */
const CLOSED: Readonly<Record<string, string>> = {
  'openRelay.statements[]': 'what is to be signed is shown whole, or not at all',
  'knownOfMe.members[].values': 'goes into the form, whose values are sent: without it everything is asked as before',
};

type Schema = { readonly _zod: { readonly def: Record<string, unknown> & { readonly type: string } } };
type Walked = { readonly path: string; readonly kind: 'closed' | 'open' };
const TOMORROW = 'a-word-of-tomorrow';
/** Reads a word that nobody said yet as one that is not known. */
const isOpen = (schema: Schema): boolean => {
  const read = (schema as unknown as z.ZodMiniType).safeParse(TOMORROW);
  return read.success && read.data === NOT_KNOWN;
};

/** Every place of a schema where one of a list of words is said. */
function walk(schema: Schema, path: string, above: readonly Schema[] = []): Walked[] {
  if (above.includes(schema)) return [];
  const { def } = schema._zod;
  const into = (inner: unknown, at = path) => walk(inner as Schema, at, [...above, schema]);
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape as Record<string, unknown>).flatMap(([name, inner]) => into(inner, `${path}.${name}`));
    case 'array':
      return into(def.element, `${path}[]`);
    case 'record':
      return [...into(def.keyType, `${path}{}`), ...into(def.valueType, `${path}{}`)];
    case 'lazy':
      return into((def.getter as () => unknown)());
    case 'pipe':
      return isOpen(schema) ? [{ path, kind: 'open' }] : [...into(def.in), ...into(def.out)];
    case 'union': {
      if (isOpen(schema)) return [{ path, kind: 'open' }];
      const options = def.options as readonly Schema[];
      const kinds = options.map((one) => (one._zod.def.shape as Record<string, Schema> | undefined)?.kind);
      const told = options.flatMap((one) => into(one));
      // Shapes told apart by their kind: open where one of them takes a kind that is none of the others'.
      if (!kinds.some((one) => one && isOpen(one))) return told;
      return [{ path, kind: 'open' }, ...told.filter((one) => one.path !== `${path}.kind`)];
    }
    case 'enum':
      return [{ path, kind: 'closed' }];
    case 'literal':
      // A flag says one thing only; a word may have others beside it tomorrow.
      return (def.values as unknown[]).some((one) => typeof one === 'string') ? [{ path, kind: 'closed' }] : [];
    default:
      return def.innerType === undefined ? [] : into(def.innerType);
  }
}

// biome-ignore lint/suspicious/noExplicitAny: endpoints of any schemas
const endpoints = (api: object): Endpoint<any, any, any, any>[] => Object.values(api);

describe('手机上的旧版认得出新服务器的回答', () => {
  it.each(endpoints(residentApi).filter((e) => e.answer))('$id：多了一个新词也读得懂', (e) => {
    const closed = walk(e.answer, e.id).filter((one) => one.kind === 'closed');
    expect(closed.filter(({ path }) => !Object.keys(CLOSED).some((known) => path.startsWith(known)))).toEqual([]);
  });
  it('说了“有意不放开”的，真的有', () => {
    const all = endpoints(residentApi).flatMap((e) => (e.answer ? walk(e.answer, e.id) : []));
    for (const known of Object.keys(CLOSED))
      expect(all.filter(({ path, kind }) => kind === 'closed' && path.startsWith(known))).not.toEqual([]);
    expect(all.filter(({ kind }) => kind === 'open').length).toBeGreaterThan(100);
  });
  it.each(endpoints({ ...residentApi, ...staffApi }))('$id：送出去的一个字也不含糊', (e) => {
    for (const given of [e.params, e.query, e.body])
      expect(given ? walk(given, e.id).filter((one) => one.kind === 'open') : []).toEqual([]);
  });
});

describe('新词', () => {
  const answering = (data: unknown, status = 200) => makeClient(async () => ({ kind: 'answer', status, text: JSON.stringify(data) }));
  const message = (more: object) => ({
    messageId: '018f3a2e-0000-7000-8000-000000000001',
    kind: 'application-received',
    at: '2026-11-22T10:00:00+08:00',
    title: '镇上收到了',
    sentence: { sentence: '镇上收到了您的申请。', clauses: [{ id: 'YM239-1-1b', label: '渝民〔2021〕239号', gist: '谁想申请都能申请' }] },
    code: 'ABCD',
    read: false,
    ...more,
  });

  it('一条新的消息：标题和话照样在，旁边的也在', async () => {
    const items = [message({ kind: TOMORROW, subject: { kind: TOMORROW } }), message({})];
    const read = await answering({ items, unread: 2, next: null })(residentApi.messages, { query: {} });
    expect(read).toMatchObject({
      ok: true,
      data: {
        items: [
          { kind: NOT_KNOWN, subject: { kind: NOT_KNOWN }, title: '镇上收到了', sentence: items[0]?.sentence },
          { kind: 'application-received' },
        ],
      },
    });
  });

  it('一种新的回答：说的话照样在；认识的一种少了东西，不当成新的', async () => {
    const sentence = message({}).sentence;
    const check = (data: object) => answering(data)(residentApi.checkReality, { body: { code: 'ABCDEFGH' } });
    expect(await check({ kind: TOMORROW, sentence, more: 1 })).toMatchObject({ ok: true, data: { kind: NOT_KNOWN, sentence } });
    expect(await check({ kind: 'visitor', sentence })).toMatchObject({ ok: false, problem: { code: 'answer-not-understood' } });
  });

  it.each([
    [401, 'not-signed-in'],
    [404, 'not-found'],
    [418, 'bad-request'],
    [422, 'form-invalid'],
    [500, 'unknown'],
  ])('%i 的一个新的问题：当最近的一种，服务器说的话和编号不丢', async (status, code) => {
    const problem = { type: 'about:blank', title: '换个办法就行', status, code: TOMORROW, instance: 'W7K-3Q9' };
    expect(await answering(problem, status)(residentApi.me, {})).toEqual({ ok: false, problem: { ...problem, code } });
  });
});
