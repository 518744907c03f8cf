import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PROBLEMS } from '@assist/contracts';
import { databaseForTest, type TestDatabase } from '@assist/local-postgres/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compose } from '../../compose.ts';
import { diskStore } from '../../files/disk-store.ts';
import { migrate } from '../../migrate.ts';
import { type BffForTest, bffForTest } from '../../test/bff-for-test.ts';
import { inventedNumber } from '../../test/numbers.ts';
import { putPayable } from '../../test/payable-for-test.ts';
import { done, formOf, resident, submission, YANGJIAPING, ZHONGSHANLU } from '../../test/people.ts';
import { sendPhoto } from '../../test/uploads-for-test.ts';
import { sealAudit } from '../audit/seal.ts';
import { verifyAudit } from '../audit/verify.ts';
import { sweepFiles } from '../file/remove.ts';
import type { Stores } from './ask-there.ts';
import { clearDistricts } from './clear.ts';
import { moveDistricts } from './move.ts';

const AWAY = '500118';
let bff: BffForTest;
let other: TestDatabase;
let there: postgres.Sql;
let stores: Stores;
const thereDir = mkdtempSync(path.join(tmpdir(), 'assist-files-'));
const atThere = diskStore(thereDir);
const photo = { id: randomUUID(), at: randomUUID() };
/** Sent by somebody of the district that went, and by one of another. */
const sent = { went: randomUUID(), stays: randomUUID() };
let went: Awaited<ReturnType<typeof resident>>;

beforeAll(async () => {
  bff = await bffForTest();
  went = await resident(bff, 'went', { name: '样例', number: inventedNumber() });
  done(await went.submit(sent.went, submission({ form: formOf(ZHONGSHANLU) })));
  const stays = await resident(bff, 'stays', { name: '样例', number: inventedNumber() });
  done(await stays.submit(sent.stays, submission({ form: formOf(YANGJIAPING) })));
  for (const officeId of [ZHONGSHANLU, YANGJIAPING]) await putPayable(bff, { officeId });
  const atHere = diskStore(bff.config.filesDir);
  stores = { here: atHere, there: atThere };
  await atHere.write(photo.at, Buffer.from('sealed'));
  await bff.sql`insert into files (id, account_id, office_id, about, media_type, bytes, fingerprint, stored_at, received_at, application_id)
    values (${photo.id}, ${went.accountId}, ${ZHONGSHANLU}, 'other', 'image/jpeg', 6, '\\x00', ${photo.at}, now(), ${sent.went})`;
  for (let more = 1; more > 0; ) more = await bff.worker.drain();
  other = await databaseForTest('empty');
  await migrate(other.url, { samples: false });
  there = postgres(other.url, { max: 2, onnotice: () => undefined });
  await moveDistricts(bff.sql, there, { districts: [AWAY], now: new Date() });
});
afterAll(async () => {
  rmSync(thereDir, { recursive: true, force: true });
  await there.end();
  await other.drop();
  await bff.close();
});

const clear = (asked: { to?: postgres.Sql; stores?: Stores | undefined; rehearse?: boolean } = {}) =>
  clearDistricts(bff.sql, asked.to ?? there, { districts: [AWAY], now: new Date(bff.clock()), stores, ...asked });
/** Of what the district left here: submissions, households, what is on record of having cleared it. */
const left = async () => {
  const [row] = await bff.sql`select (select count(*)::int from submissions where left(office_id, 6) = ${AWAY}) as sent,
    (select count(*)::int from case_files where district = ${AWAY}) as households, (select count(*)::int from taken_ids) as taken,
    (select count(*)::int from audit_log where action = 'district-cleared') as cleared`;
  return row;
};
/** The same ids again, the application's for a place that is served here. */
const sentAgain = async () => {
  const again = await went.submit(sent.went, submission({ form: formOf(YANGJIAPING) }));
  const photoAgain = await sendPhoto(bff, went, 'other', photo.id).catch((error: Error) => error.message);
  return [again.ok ? 'taken' : again.problem.code, /^photo: 409 .*"code":"(.*?)"/.exec(photoAgain)?.[1]];
};
const ALL = { sent: 1, households: 1, taken: 0, cleared: 0 };

it('搬走了、还留在这边看不见的号，再送来：说由别处接着办、打哪个电话，不再收一次', async () => {
  expect(await sentAgain()).toEqual(['taken-elsewhere', 'taken-elsewhere']);
  expect(PROBLEMS['taken-elsewhere'][1]).toContain('12345');
});

it('搬走不到九十天，不清；没搬走的，也不清', async () => {
  await expect(clear()).rejects.toThrow('not 90 days ago yet: 500118');
  await expect(clearDistricts(bff.sql, there, { districts: ['500107'], now: new Date(), stores })).rejects.toThrow('not carried elsewhere');
  // Nor by the role itself, whatever a verb asks for.
  const role = bff.sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx.unsafe(`set local role assist_clearing; set local assist.actor = 'worker'`).simple();
    const mine = await tx`delete from submissions`;
    return mine.count;
  });
  expect(await role).toBe(0);
  await bff.sql`update districts_elsewhere set since = now() - interval '91 days'`;
});

it('那边少一张照片、照片不一样：不清，一行不动', async () => {
  await expect(clear()).rejects.toThrow('not there: 1 of 1 files');
  await atThere.write(photo.at, Buffer.from('spoilt'));
  await expect(clear()).rejects.toThrow('not there: 1 of 1 files');
  await atThere.remove(photo.at);
  await atThere.write(photo.at, Buffer.from('sealed'));
  expect(await left()).toEqual(ALL);
});

it('那边少一行、连不上：不清，一行不动', async () => {
  const lost = await there.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    return tx`delete from case_members where left(office_id, 6) = ${AWAY} returning *`;
  });
  await expect(clear()).rejects.toThrow(`not there: ${lost.length} of case_members`);
  await there`insert into case_members ${there(lost)}`;

  const away = postgres(other.url.replace(/:\d+\//, ':1/'), { max: 1, onnotice: () => undefined, connect_timeout: 2 });
  await expect(clear({ to: away })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await away.end();
  expect(await left()).toEqual(ALL);
});

it('演一遍：说清会清多少，什么也不变', async () => {
  const { tables, files } = await clear({ rehearse: true });
  const of = (name: string) => tables.find(({ table }) => table === name);
  expect([of('submissions')?.rows, of('case_files')?.rows, of('case_members')?.missing, files]).toEqual([
    1,
    1,
    0,
    { asked: 1, missing: 0 },
  ]);
  expect(await left()).toEqual(ALL);
});

it('别处的一行指着它：它留下，说清留了几行', async () => {
  await bff.sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`insert into case_events (case_id, office_id, at, kind, actor_kind, actor_id) select id, ${YANGJIAPING}, now(), 'a', 'system', 'worker' from case_files where district = ${AWAY}`;
  });
  const { tables } = await clear({ rehearse: true });
  expect(tables.find(({ table }) => table === 'case_files')).toMatchObject({ rows: 0, stay: 1 });
  await bff.sql`delete from case_events where office_id = ${YANGJIAPING} and kind = 'a'`;
});

it('清到一半被杀掉：跟没清过一样', async () => {
  // What hangs on a household is gone by then, what it hangs on is not.
  await bff.sql`create function die() returns trigger language plpgsql security definer as $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$`;
  await bff.sql`create trigger die after delete on case_files execute function die()`;
  await bff.sql`alter table case_files enable always trigger die`;
  const killed = postgres(bff.config.databaseUrl, { max: 2, onnotice: () => undefined });
  await expect(clearDistricts(killed, there, { districts: [AWAY], now: new Date(bff.clock()), stores })).rejects.toThrow();
  await killed.end({ timeout: 0 });
  expect(await left()).toEqual(ALL);
  await bff.sql`drop function die() cascade`;
});

it('再来一次，清干净，别的区县一行不少；清过再清，没有可清的，也不再记', async () => {
  const goneOn = await there`update work_items set received_at = now() where application_id = ${sent.went}`;
  const before = await bff.sql`select count(*)::int as n from submissions`;
  const { tables } = await clear();
  expect(goneOn.count).toBe(1);
  expect(tables.find(({ table }) => table === 'work_items')).toMatchObject({ goneOn: 1, missing: 0 });
  expect(await left()).toEqual({ sent: 0, households: 0, taken: 2, cleared: 1 });
  expect((await bff.sql`select count(*)::int as n from submissions`)[0]?.n).toBe(before[0]?.n - 1);

  expect((await clear()).tables.reduce((sum, one) => sum + one.rows, 0)).toBe(0);
  expect((await left())?.cleared).toBe(1);
});

it('清过以后，号还是用过的；留痕对得上；照片随后也清', async () => {
  expect(await sentAgain()).toEqual(['taken-elsewhere', 'taken-elsewhere']);
  expect((await bff.sql`select from submissions where application_id = ${sent.went}`).length).toBe(0);
  done(await went.submit(randomUUID(), submission({ form: formOf(YANGJIAPING) })));

  const { context, connection } = compose(bff.config, 'test', () => '', { clock: bff.clock });
  await sealAudit(context);
  expect((await verifyAudit(context)).wrong).toEqual([]);
  await sweepFiles({ ...context, files: { ...context.files, olderThan: () => context.files.olderThan(Date.now() + 60_000) } });
  expect(await context.files.read(photo.at)).toBeUndefined();
  await connection.close();
});
