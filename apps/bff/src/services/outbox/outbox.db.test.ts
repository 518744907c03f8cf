import { databaseForTest, type TestDatabase } from '@assist/local-postgres/testing';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { compose } from '../../compose.ts';
import type { Connection } from '../../db/connect.ts';
import { SUNDAY, testConfig } from '../../test/bff-for-test.ts';
import type { Context } from '../context.ts';
import { addToOutbox } from './add.ts';
import { drainOne, type OutboxHandler } from './drain.ts';

let database: TestDatabase;
let connection: Connection;
let ctx: Context;
let time = SUNDAY;
beforeAll(async () => {
  database = await databaseForTest();
  const composed = compose(testConfig(database.url, '/tmp/assist-outbox-test'), 'test', () => '', { clock: () => time });
  connection = composed.connection;
  ctx = composed.context;
});
beforeEach(async () => {
  time = SUNDAY;
  await connection.client`delete from outbox`;
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

const silent = () => undefined;
const drain = (handler: OutboxHandler) => drainOne(ctx, { 'find-identity-conflict': handler }, silent);
const rows = () => connection.client<{ tries: number; done: boolean; outcome: string }[]>`
  select tries, done_at is not null as done, outcome from outbox order by id`;

it('做完就记下做完', async () => {
  await addToOutbox(ctx, 'find-identity-conflict', { accountId: 'a' });
  expect(await drain(async (_tx, payload) => ({ kind: 'done', what: payload.accountId ?? '' }))).toBe(true);
  expect(await rows()).toEqual([{ tries: 1, done: true, outcome: 'a' }]);
  expect(await drain(async () => ({ kind: 'done' }))).toBe(false);
});

it('出了错：做到一半的都不算，过几秒再来，越等越久；十二次不成就放下，还看得见', async () => {
  await addToOutbox(ctx, 'find-identity-conflict', { accountId: 'a' });
  const fails: OutboxHandler = async (tx) => {
    await addToOutbox(tx, 'tell-resident', {});
    throw new Error('no');
  };
  expect(await drain(fails)).toBe(true);
  expect(await rows()).toEqual([{ tries: 1, done: false, outcome: 'later: failed' }]);
  expect(await drain(fails)).toBe(false);
  for (let i = 0; i < 11; i++) {
    time += 3600_000;
    expect(await drain(fails)).toBe(true);
  }
  expect(await rows()).toEqual([{ tries: 12, done: true, outcome: 'given up: failed too often' }]);
});

it('写它的机器钟快了三小时：钟对回来，马上就做；约好几点的，还是到那时', async () => {
  time = SUNDAY + 3 * 3600_000;
  await addToOutbox(ctx, 'find-identity-conflict', { accountId: 'a' });
  await addToOutbox(ctx, 'find-identity-conflict', { accountId: 'b' });
  await connection.client`update outbox set run_at = run_at + interval '1 second' where payload->>'accountId' = 'b'`;
  time = SUNDAY;
  const seen: string[] = [];
  const handler: OutboxHandler = async (_tx, payload) => {
    seen.push(payload.accountId ?? '');
    return { kind: 'done' };
  };
  while (await drain(handler));
  expect(seen).toEqual(['a']);
  time = SUNDAY + 3 * 3600_000 + 1000;
  while (await drain(handler));
  expect(seen).toEqual(['a', 'b']);
});

it('五个一起做二十件：每件一次', async () => {
  for (let i = 0; i < 20; i++) await addToOutbox(ctx, 'find-identity-conflict', { accountId: String(i) });
  const seen: string[] = [];
  const handler: OutboxHandler = async (_tx, payload) => {
    seen.push(payload.accountId ?? '');
    return { kind: 'done' };
  };
  const worker = async () => {
    while (await drain(handler));
  };
  await Promise.all(Array.from({ length: 5 }, worker));
  expect(seen.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i));
});

it('不认识的一种，是新的那一版的：不动它、不算没办成，也不挡着别的；认识它的来了就办', async () => {
  await addToOutbox(ctx, 'tell-resident', {});
  await addToOutbox(ctx, 'find-identity-conflict', { accountId: '1' });
  const done: OutboxHandler = async () => ({ kind: 'done' });
  expect([await drain(done), await drain(done)]).toEqual([true, false]);
  expect(await rows()).toEqual([
    { tries: 0, done: false, outcome: null },
    { tries: 1, done: true, outcome: 'done' },
  ]);
  const newer = () => drainOne(ctx, { 'tell-resident': done }, () => undefined);
  expect([await newer(), await newer()]).toEqual([true, false]);
});
