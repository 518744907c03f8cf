import { databaseForTest, type TestDatabase } from '@assist/local-postgres/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Client, type Connection, connect } from './connect.ts';

// What `packages/local-postgres/patches` mends in postgres.js: without it a statement after the loss ends the process, or is said on a connection that somebody else opened again.
let database: TestDatabase;
let connection: Connection;
let other: Connection;
beforeAll(async () => {
  database = await databaseForTest();
  connection = connect(database.url, 1, 'lost');
  other = connect(database.url, 1, 'test');
  await connection.client`create table kept (what text)`;
});
afterAll(async () => {
  await Promise.all([connection.close(), other.close()]);
  await database.drop();
});

const closed = expect.objectContaining({ code: expect.stringMatching(/^CONNECTION_|^E[A-Z]+$/) });

/** Ends the connection on which `on` works from the server's side, and waits until this side has heard of it. */
async function lose(on: Client): Promise<void> {
  const [mine] = await on`select pg_backend_pid() as pid`;
  await other.client`select pg_terminate_backend(${mine?.pid as number}, 5000)`;
  // The socket's end comes as an event of its own.
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}

it('事务还没完，连接断了：再写的一句说连接断了，进程不倒；下一个人照常用', async () => {
  let later: unknown;
  const work = connection.client.begin(async (tx) => {
    await tx`insert into kept values ('half')`;
    await lose(tx as unknown as Client);
    later = await tx`insert into kept values ('late')`.catch((error: unknown) => error);
    throw later;
  });
  await expect(work).rejects.toEqual(closed);
  await expect.poll(() => later).toEqual(closed);
  expect(await connection.client`select what from kept`).toEqual([]);
});

it('借走的连接断了：再用说断了，还回来也不当它好的', async () => {
  const on = await connection.client.reserve();
  await lose(on as unknown as Client);
  await expect(on`select 1`.execute()).rejects.toEqual(closed);
  on.release();
  expect(await connection.client`select 1 as one`).toEqual([{ one: 1 }]);
});

it('断了以后连接又给别人打开：原来那个事务剩下的话，不会写在外面，也不会写进别人的事务', async () => {
  let late: unknown;
  let goOn = () => {};
  const reopened = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const work = connection.client.begin(async (tx) => {
    await tx`insert into kept values ('half')`;
    await lose(tx as unknown as Client);
    // As a verb that writes a file between two statements.
    await reopened;
    late = await tx`insert into kept values ('late')`.catch((error: unknown) => error);
  });
  await expect(work).rejects.toEqual(closed);
  await connection.client.begin(async (tx) => {
    await tx`insert into kept values ('of somebody else')`;
    goOn();
    await expect.poll(() => late).toEqual(closed);
  });
  expect(await connection.client`select what from kept`).toEqual([{ what: 'of somebody else' }]);
});
