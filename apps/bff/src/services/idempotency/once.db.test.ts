import { EventEmitter, once as once_ } from 'node:events';
import { databaseForTest, type TestDatabase } from '@assist/local-postgres/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compose } from '../../compose.ts';
import type { Connection } from '../../db/connect.ts';
import { SUNDAY, testConfig } from '../../test/bff-for-test.ts';
import type { Context } from '../context.ts';
import { addToOutbox } from '../outbox/add.ts';
import { ServiceProblem } from '../problem.ts';
import { once } from './once.ts';

let database: TestDatabase;
let connection: Connection;
let ctx: Context;
let time = SUNDAY;
beforeAll(async () => {
  database = await databaseForTest();
  const composed = compose(testConfig(database.url, '/tmp/assist-once-test'), 'test', () => '', { clock: () => time });
  connection = composed.connection;
  ctx = composed.context;
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

let keys = 0;
const request = (key = `k${++keys}`, payload: unknown = 1) => ({ scope: 'account:a', key, endpoint: 'test', payload });
const nothing = async () => undefined;
/** A change that can be counted. */
const change = async (tx: Context) => {
  await addToOutbox(tx, 'tell-resident', {});
  return { n: 1 };
};
const changes = async () => Number((await connection.client`select count(*) from outbox`)[0]?.count);

it('同一个键二十次一起来：做一次，别的不是同一个答复就是正在送', async () => {
  const before = await changes();
  const asked = request();
  const all = await Promise.allSettled(Array.from({ length: 20 }, () => once(ctx, asked, nothing, change)));
  expect((await changes()) - before).toBe(1);
  for (const one of all)
    if (one.status === 'fulfilled') expect(one.value).toEqual({ n: 1 });
    else expect(one.reason).toMatchObject({ code: 'key-in-progress' });
  expect(await once(ctx, asked, nothing, change)).toEqual({ n: 1 });
  expect((await changes()) - before).toBe(1);
});

it('做到一半断了：半分钟里说正在送，过后重来，只算一次', async () => {
  const before = await changes();
  const asked = request();
  // What a process leaves that was killed after it had taken the key.
  await connection.client`insert into idempotency_keys (scope, key, endpoint, fingerprint, locked_until, expires_at)
    values (${asked.scope}, ${asked.key}, ${asked.endpoint}, ${ctx.hash.fingerprint('key:test', 1)}, ${new Date(time + 30_000).toISOString()}::text::timestamptz, ${new Date(time + 86_400_000).toISOString()}::text::timestamptz)`;
  await expect(once(ctx, asked, nothing, change)).rejects.toMatchObject({ code: 'key-in-progress' });
  time += 31_000;
  expect(await once(ctx, asked, nothing, change)).toEqual({ n: 1 });
  expect((await changes()) - before).toBe(1);
});

it('办得比占键还久，别人接过去办了：自己办的一点不留，答复是别人那一份', async () => {
  const before = await changes();
  const asked = request();
  const steps = new EventEmitter();
  const [working, goOn] = [once_(steps, 'working'), once_(steps, 'go on')];
  const slow = once(ctx, asked, nothing, async (tx) => {
    await addToOutbox(tx, 'tell-resident', {});
    steps.emit('working');
    await goOn;
    return { n: 2 };
  });
  await working;
  time += 31_000;
  expect(await once(ctx, asked, nothing, change)).toEqual({ n: 1 });
  steps.emit('go on');
  await expect(slow).rejects.toMatchObject({ code: 'key-in-progress' });
  expect((await changes()) - before).toBe(1);
  expect(await once(ctx, asked, nothing, change)).toEqual({ n: 1 });
});

it('没办成的不占键；退回来的问题不抹掉已经记下的', async () => {
  const before = await changes();
  const asked = request();
  const throws = async (tx: Context): Promise<unknown> => {
    await change(tx);
    throw new ServiceProblem('state-changed');
  };
  await expect(once(ctx, asked, nothing, throws)).rejects.toMatchObject({ code: 'state-changed' });
  expect(await changes()).toBe(before);
  const returns = async (tx: Context): Promise<unknown> => {
    await change(tx);
    return new ServiceProblem('verification-code-invalid');
  };
  expect(await once(ctx, asked, nothing, returns)).toBeInstanceOf(ServiceProblem);
  expect((await changes()) - before).toBe(1);
  expect(await once(ctx, asked, nothing, change)).toEqual({ n: 1 });
});

it('别的内容、别的接口：不行；过了一天，键又是新的', async () => {
  const asked = request();
  await once(ctx, asked, nothing, change);
  for (const other of [
    { ...asked, payload: 2 },
    { ...asked, endpoint: 'other' },
  ])
    await expect(once(ctx, other, nothing, change)).rejects.toMatchObject({ code: 'key-content-differs' });
  // Somebody else's key of the same name is another key.
  expect(await once(ctx, { ...asked, scope: 'account:b', payload: 2 }, nothing, change)).toEqual({ n: 1 });
  time += 25 * 3_600_000;
  expect(await once(ctx, { ...asked, payload: 2 }, nothing, change)).toEqual({ n: 1 });
});
