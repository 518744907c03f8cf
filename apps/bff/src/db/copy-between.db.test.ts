import { getDefaultHighWaterMark, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { databaseForTest, type TestDatabase } from '@assist/local-postgres/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Connection, connect } from './connect.ts';

// What `packages/local-postgres/patches` mends in postgres.js: without it either of these waits for ever.
let database: TestDatabase;
let one: Connection;
let other: Connection;
beforeAll(async () => {
  database = await databaseForTest('empty');
  one = connect(database.url, 1, 'copy');
  other = connect(database.url, 1, 'copy');
  await one.client`create table kept (n int primary key, words text)`;
});
afterAll(async () => {
  await Promise.all([one.close(), other.close()]);
  await database.drop();
});

/** Bytes of a row as it is copied: three figures, a tab, words, the end. */
const ROW = 1000;
const into = (table: string) => other.client.unsafe(`copy ${table} from stdin`).writable();

it('成批抄出来，读的人慢：抄完了那条连接还能用', async () => {
  // Its last row fills the stream: the connection is held back, and the end came with it.
  const rows = Math.ceil(getDefaultHighWaterMark(false) / ROW);
  const out = await one.client
    .unsafe(`copy (select 100 + n, repeat('x', ${ROW} - 5) from generate_series(1, ${rows}) n) to stdout`)
    .readable();
  // Nobody reads until everything is in.
  await expect.poll(() => out.readableLength).toBe(rows * ROW);
  await pipeline(out, await into('kept'));
  expect(await one.client`select count(*)::int as n from kept`).toEqual([{ n: rows }]);
});

it('抄进去的不合规矩：说不收，那条连接还能用', async () => {
  await expect(pipeline(Readable.from([Buffer.from('101\ttwice\n')]), await into('kept'))).rejects.toMatchObject({ code: '23505' });
  expect(await other.client`select 1 as one`).toEqual([{ one: 1 }]);
});
