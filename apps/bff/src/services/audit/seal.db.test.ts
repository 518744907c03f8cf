import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { compose } from '../../compose.ts';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import type { Context } from '../context.ts';
import { record } from './record.ts';
import { sealAudit } from './seal.ts';
import { verifyAudit } from './verify.ts';

let bff: BffForTest;
let ctx: Context;
let close: () => Promise<void>;
beforeAll(async () => {
  bff = await bffForTest();
  const { context, connection } = compose(bff.config, 'test', () => '', { clock: bff.clock });
  ctx = context;
  close = connection.close;
});
afterAll(async () => {
  await close();
  await bff.close();
});

/** Whoever owns the tables and forgets the rules: what the seals are for. */
const asOwner = (change: (sql: postgres.TransactionSql) => Promise<unknown>) =>
  bff.sql.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await change(sql);
  });
const heads = (): string => readFileSync(bff.config.auditHeadsFile, 'utf8');
const look = (object: string, db: Context = ctx) =>
  record(db, { actor: { kind: 'system' }, action: 'account-found', object: ['case-file', object] });

/** Seals until nothing is left: another test's transaction on the same server may still be under way. @returns how many batches there are */
const sealAll = async (): Promise<number> => {
  const left = async (): Promise<number> => {
    await sealAudit(ctx);
    return (await verifyAudit(ctx)).unsealed;
  };
  await expect.poll(left).toBe(0);
  return (await verifyAudit(ctx)).batches;
};

beforeEach(async () => {
  await asOwner(async (sql) => {
    await sql`truncate audit_log, audit_seals`;
  });
  writeFileSync(bff.config.auditHeadsFile, '');
});

it('记下的封成一批接一批；没有新的就不封；外面那份和库里一样', async () => {
  await look('a');
  await look('b');
  const first = await sealAll();
  expect(await sealAudit(ctx)).toBe(0);
  await look('c');
  expect(await verifyAudit(ctx)).toEqual({ batches: first, rows: 2, unsealed: 1, wrong: [] });
  await sealAll();
  expect(await verifyAudit(ctx)).toEqual({ batches: first + 1, rows: 3, unsealed: 0, wrong: [] });
  expect(heads().match(/"batch":\d+/g)).toEqual(Array.from({ length: first + 1 }, (_, i) => `"batch":${i + 1}`));
});

it('封的时候还没提交的，在下一批里，一条不少', async () => {
  let goOn: () => void = () => undefined;
  const waits = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  let written: () => void = () => undefined;
  const there = new Promise<void>((resolve) => {
    written = resolve;
  });
  const slow = ctx.db.transaction(async (db) => {
    await look('slow', { ...ctx, db });
    written();
    await waits;
  });
  await there;
  await look('quick');
  // The quick one has a later transaction: it waits with the slow one, so that their order never changes.
  expect(await sealAudit(ctx)).toBe(0);
  goOn();
  await slow;
  await sealAll();
  expect(await verifyAudit(ctx)).toMatchObject({ rows: 2, unsealed: 0, wrong: [] });
});

it('两个同时封：一条链', async () => {
  for (const one of ['a', 'b', 'c']) await look(one);
  await Promise.all([sealAll(), sealAll(), sealAll()]);
  expect(await verifyAudit(ctx)).toMatchObject({ rows: 3, unsealed: 0, wrong: [] });
});

it.each([
  [
    '改一个字',
    (sql: postgres.TransactionSql) => sql`update audit_log set action = 'audit-read' where object_id = 'b'`,
    'batch 2 is not what was sealed',
  ],
  [
    '拿走一条',
    (sql: postgres.TransactionSql) => sql`delete from audit_log where object_id = 'b'`,
    'batch 2 was sealed with 1 rows and has 0',
  ],
  [
    '塞进一条旧的',
    (sql: postgres.TransactionSql) => sql`insert into audit_log (at, actor_kind, actor_id, action, object_kind, object_id, transaction)
      select at, actor_kind, actor_id, action, object_kind, 'x', transaction from audit_log where object_id = 'a'`,
    'batch 1 was sealed with 1 rows and has 2',
  ],
  [
    '最后一批和它的记录一起拿走',
    (sql: postgres.TransactionSql) => sql`delete from audit_seals where batch = 3`,
    'batches 3 to 3 were sealed and are gone',
  ],
  ['中间一批拿走', (sql: postgres.TransactionSql) => sql`delete from audit_seals where batch = 2`, 'batch 2 is missing'],
  [
    '封条重写过',
    (sql: postgres.TransactionSql) => sql`update audit_seals set hash = sha256('x') where batch = 3`,
    'batch 3 is another one than its head outside the database',
  ],
])('有表的人%s，看得出来', async (_what, change, said) => {
  for (const one of ['a', 'b', 'c']) {
    await look(one);
    await sealAll();
  }
  expect((await verifyAudit(ctx)).wrong).toEqual([]);
  await asOwner(change);
  expect((await verifyAudit(ctx)).wrong).toContain(said);
});

it('封好了、还没写到外面就断了：下一次补上；写了一半的一行不算', async () => {
  await look('a');
  await sealAll();
  const whole = heads();
  writeFileSync(bff.config.auditHeadsFile, whole.slice(0, whole.length - 20));
  await look('b');
  await sealAll();
  expect(await verifyAudit(ctx)).toEqual({ batches: 2, rows: 2, unsealed: 0, wrong: [] });
  appendFileSync(bff.config.auditHeadsFile, `${JSON.stringify({ batch: 2, rows: 1, hash: '00', sealedAt: '' })}\n`);
  expect((await verifyAudit(ctx)).wrong).toContain('batch 2 has two heads outside the database');
});

it('进程自己的身份改不了、删不了留痕，也动不了表', async () => {
  const own = postgres(bff.config.databaseUrl, { max: 1, connection: { role: 'assist_application', 'assist.actor': 'worker' } as never });
  const denied = { code: '42501' };
  for (const table of ['audit_log', 'audit_seals']) {
    await expect(own.unsafe(`delete from ${table}`)).rejects.toMatchObject(denied);
    await expect(own.unsafe(`truncate ${table}`)).rejects.toMatchObject(denied);
    await expect(own.unsafe(`alter table ${table} disable trigger all`)).rejects.toMatchObject(denied);
    await expect(own.unsafe(`drop table ${table}`)).rejects.toMatchObject(denied);
  }
  await expect(own`update audit_log set result = 'x'`).rejects.toMatchObject(denied);
  await expect(own`update audit_seals set rows = 0`).rejects.toMatchObject(denied);
  await expect(own`set session_replication_role = replica`.simple()).rejects.toMatchObject(denied);
  await own.end();
});
