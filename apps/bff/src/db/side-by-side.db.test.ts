import { databaseForTest, type TestDatabase } from '@assist/local-postgres/testing';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Connection, connect } from './connect.ts';
import { sideBySide } from './side-by-side.ts';

let database: TestDatabase;
let connection: Connection;
beforeAll(async () => {
  database = await databaseForTest();
  connection = connect(database.url, 3, 'test', 'account');
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

const asked = (n: number) =>
  sideBySide(connection.db).execute<{ n: number; pid: number }>(sql`select 6 / ${n}::int as n, pg_backend_pid() as pid`);

it('一起问的，从一个连接走；各有各的回答', async () => {
  for (let times = 0; times < 4; times++) {
    const [one, two, three] = (await Promise.all([asked(1), asked(2), asked(3)])).map(([row]) => row);
    expect([one?.n, two?.n, three?.n]).toEqual([6, 3, 2]);
    expect(new Set([one?.pid, two?.pid, three?.pid]).size).toBe(1);
  }
});

it('一句错了，只错它自己；连接还回来，问多少遍都够用', async () => {
  for (let times = 0; times < 5; times++) {
    const ends = await Promise.allSettled([asked(1), asked(0), asked(3)]);
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  }
});

it('问的人多，也都问得到', async () => {
  const many = await Promise.all(Array.from({ length: 50 }, () => asked(1)));
  expect(many.map(([row]) => row?.n)).toEqual(Array(50).fill(6));
});

it('连接断了：问的人知道，断的不还回来，再问就好', async () => {
  const broken = Promise.all([asked(1), sideBySide(connection.db).execute(sql`select pg_terminate_backend(pg_backend_pid())`)]);
  await expect(broken).rejects.toThrow();
  for (let times = 0; times < 4; times++) expect((await asked(2))[0]?.n).toBe(3);
});

it('一件事务里的，还在那件事务里', () =>
  connection.db.transaction(async (tx) => {
    expect(sideBySide(tx)).toBe(tx);
  }));
