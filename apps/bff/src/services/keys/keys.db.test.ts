import { randomUUID } from 'node:crypto';
import { residentApi } from '@assist/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compose } from '../../compose.ts';
import { fieldCipher, sealedBy } from '../../crypto/field-cipher.ts';
import { putPayable } from '../../test/payable-for-test.ts';
import { done, resident, ZHONGSHANLU } from '../../test/people.ts';
import { rowInEveryTable } from '../../test/row-in-every-table-for-test.ts';
import { sendPhoto } from '../../test/uploads-for-test.ts';
import { casePlace } from '../case-file/sealed-places.ts';
import { type KeysForTest, keysForTest } from './keys-for-test.ts';
import { resealOld } from './reseal.ts';
import { retireKey, rewrapKeys } from './retire.ts';
import { SEALED_COLUMNS, SEALED_FILES } from './sealed-places.ts';
import { keyUsage } from './usage.ts';

const MINUTE = 60_000;
let bff: KeysForTest['bff'];
let one: KeysForTest['one'];
let owner: KeysForTest['owner'];
let close: KeysForTest['close'];
beforeAll(async () => {
  ({ bff, one, owner, close } = await keysForTest());
});
afterAll(() => close());

const totals = async () =>
  Object.fromEntries(
    (await keyUsage(one.context)).map(({ kind, id, places }) => [`${kind} ${id}`, Object.values(places).reduce((a, b) => a + b, 0)]),
  );
const toTheEnd = async () => {
  let all = 0;
  for (let more = true; more; ) {
    const step = await resealOld(one.context, 60_000);
    all += step.resealed;
    more = step.more;
  }
  return all;
};

it('每一列加了密的，都说得出放在哪里；每张有文件的表也是', async () => {
  const columns = await bff.sql`select c.relname || '.' || a.attname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and a.attname like '%\\_sealed' and not a.attisdropped`;
  expect(SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(columns.map(({ name }) => name as string).sort());
  const files = await bff.sql`select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and a.attname = 'stored_at' and not a.attisdropped`;
  expect(SEALED_FILES.map(({ table }) => table).sort()).toEqual(files.map(({ name }) => name as string).sort());
});

describe('换钥匙', () => {
  it('原来直接封的照样读；新钥匙一分钟后封，旧的换封到底；一件不多，一件不少；没人用了才拿得掉', async () => {
    const me = await resident(bff, 'keys');
    const id = randomUUID();
    const receipt = done(await me.submit(id));
    await sendPhoto(bff, me, 'identity');
    // By a key of the configuration itself, as everything was before.
    const caseId = await putPayable(bff, {});
    const first = one.context.keys.all()[0]?.id as string;
    const direct = bff.config.fieldKeys[0]?.id as string;
    const before = await totals();
    expect(Object.keys(before).sort()).toEqual([`data ${first}`, `direct ${direct}`].sort());

    const made = await one.context.keys.make();
    expect(await retireKey(one.context, owner.client, made.id)).toMatchObject({ kind: 'too-new', until: undefined });
    expect(await resealOld(one.context)).toEqual({ resealed: 0, more: false });
    expect(sealedBy(one.context.cipher.seal('a', 'b'))?.id).toBe(first);
    bff.pass(MINUTE);
    expect(sealedBy(one.context.cipher.seal('a', 'b'))?.id).toBe(made.id);
    // The other process seals by it too, once it has fetched it.
    expect(await retireKey(one.context, owner.client, first)).toMatchObject({ kind: 'too-new' });
    bff.pass(12 * MINUTE);
    expect(await retireKey(one.context, owner.client, first)).toMatchObject({ kind: 'in-use', usage: { id: first } });

    const sum = Object.values(before).reduce((a, b) => a + b, 0);
    expect(await toTheEnd()).toBe(sum);
    expect(await totals()).toEqual({ [`data ${made.id}`]: sum });
    expect(await toTheEnd()).toBe(0);
    const [member] = await bff.sql`select person_sealed from case_members where case_id = ${caseId} and member_id = 'm1'`;
    expect(
      one.context.cipher.openJson<{ name: string }>(casePlace.person(caseId, 'm1'), member?.person_sealed as Buffer).name,
    ).toBeTruthy();

    expect(await retireKey(one.context, owner.client, first)).toEqual({ kind: 'retired' });
    expect(await retireKey(one.context, owner.client, first)).toEqual({ kind: 'unknown' });
    await bff.restart();
    // Sent once more, it is the receipt of then; and it is read by a process that began without the old key.
    expect(done(await me.submit(id))).toEqual(receipt);
    expect(done(await me.call(residentApi.applications, {})).map((row) => row.receipt)).toEqual([receipt]);
  });

  it('打不开的一件不动，数得出来', async () => {
    const [row] = await bff.sql`select id, form_sealed from submissions s join applications a on a.id = s.application_id limit 1`;
    const broken = Buffer.from(row?.form_sealed as Buffer);
    broken[broken.length - 1] = (broken[broken.length - 1] as number) ^ 1;
    await bff.sql`update submissions set form_sealed = ${broken} where application_id = ${row?.id as string}`;
    await one.context.keys.make();
    bff.pass(3 * MINUTE);
    await toTheEnd();
    const left = await bff.sql`select place, unreadable from reseal_progress where unreadable > 0`;
    expect(left).toEqual([{ place: 'submissions.form_sealed', unreadable: '1' }]);
    const [after] = await bff.sql`select form_sealed from submissions where application_id = ${row?.id as string}`;
    expect(broken.equals(after?.form_sealed as Buffer)).toBe(true);
    await bff.sql`update submissions set form_sealed = ${row?.form_sealed as Buffer} where application_id = ${row?.id as string}`;
    // What was mended is found by the next time somebody asks.
    await bff.sql`update reseal_progress set passes = 0, after = null where place = 'submissions.form_sealed'`;
    expect(await toTheEnd()).toBe(1);
    expect(await bff.sql`select 1 from reseal_progress where unreadable > 0`).toHaveLength(0);
  });

  it('外面那层锁换了：数据钥匙换锁，封好的一个字节不动；少了那把锁，开不了，也不当没有', async () => {
    const [older] = bff.config.fieldKeys;
    const config = {
      ...bff.config,
      fieldKeys: [{ id: 'k-new', bytes: Buffer.alloc(32, 3) }, older as never],
      fieldSuite: 'sm4-ctr-hmac-sm3' as const,
    };
    const both = compose(config, 'test', () => '', { clock: bff.clock });
    const sums = await bff.sql`select md5(string_agg(form_sealed::text, '' order by application_id)) as sum from submissions`;
    const many = one.context.keys.all().length;
    await both.context.keys.load();
    expect(await rewrapKeys(both.context, owner.client)).toBe(many);
    expect(await rewrapKeys(both.context, owner.client)).toBe(0);
    const sm4 = await both.context.keys.make();
    bff.pass(3 * MINUTE);
    expect(sm4).toMatchObject({ suite: 'sm4-ctr-hmac-sm3', wrappedBy: 'k-new' });
    expect(both.context.cipher.openText('a', both.context.cipher.seal('a', '国密'))).toBe('国密');
    expect(await bff.sql`select md5(string_agg(form_sealed::text, '' order by application_id)) as sum from submissions`).toEqual(sums);
    const alone = compose({ ...config, fieldKeys: [older as never] }, 'test', () => '', { clock: bff.clock });
    await expect(alone.context.keys.fresh()).rejects.toThrow('FIELD_KEYS lacks the key "k-new"');
    expect(await bff.sql`select id from data_keys where id = ${sm4.id}`).toHaveLength(1);
    for (const { connection } of [both, alone]) await connection.close();
    await bff.sql`delete from data_keys where id = ${sm4.id}`;
    const back = compose({ ...config, fieldKeys: [older as never, config.fieldKeys[0] as never] }, 'test', () => '', { clock: bff.clock });
    await back.context.keys.load();
    await rewrapKeys(back.context, owner.client);
    await back.connection.close();
    await one.context.keys.load();
  });
});

describe('库守着', () => {
  it('办事的进程拿不掉、改不了数据钥匙', async () => {
    for (const statement of ['delete from data_keys', "update data_keys set wrapped = '\\x00'", 'truncate data_keys cascade'])
      await expect(one.connection.client.unsafe(statement).execute()).rejects.toThrow('permission denied');
  });

  it('一个没拿到的钥匙封的：打不开，说的是等一下再试', async () => {
    const other = fieldCipher([{ id: 'nobody', bytes: Buffer.alloc(32, 1) }]);
    expect(() => one.context.cipher.openText('a', other.seal('a', 'b'))).toThrow(expect.objectContaining({ code: 'key-not-in-hand' }));
  });
});

it('每张表的每一列，连只能添的、冻住的，都换封得过去；不说是换封的、连别的也改的，只能添的表不让', async () => {
  await rowInEveryTable(bff.sql, {
    id: randomUUID(),
    officeId: ZHONGSHANLU,
    accountId: (await resident(bff, 'every-table')).accountId,
    staffId: 'sample-heli',
    numberHash: Buffer.alloc(32, 8),
    words: {
      'payment_lists.state': 'released',
      ...Object.fromEntries(SEALED_FILES.map(({ table }) => [`${table}.stored_at`, randomUUID()])),
    },
  });
  await bff.sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    for (const { table, column, place } of SEALED_COLUMNS)
      for (const { at } of await tx.unsafe(
        `select ${place} as at from ${table} where ${column} is null or get_byte(${column}, 0) not in (1, 2)`,
      ))
        await tx.unsafe(`update ${table} set ${column} = $1 where ${place} = $2`, [
          one.context.cipher.seal(at as string, '话'),
          at as string,
        ]);
  });
  const change = (resealing: boolean, set: string) =>
    one.connection.client.begin(async (tx) => {
      if (resealing) await tx`select set_config('assist.resealing', 'on', true)`;
      await tx.unsafe(`update complaint_events set ${set}`);
      throw new Error('undone');
    });
  await expect(change(false, "words_sealed = '\\x00'")).rejects.toThrow('only added to');
  await expect(change(true, "words_sealed = '\\x00', kind = 'x'")).rejects.toThrow('only added to');
  await expect(change(true, "words_sealed = '\\x00'")).rejects.toThrow('undone');

  const { id } = await one.context.keys.make();
  bff.pass(3 * MINUTE);
  await toTheEnd();
  const usage = await keyUsage(one.context);
  expect(usage.map((key) => key.id)).toEqual([id]);
  expect(Object.keys(usage[0]?.places ?? {}).filter((name) => !name.startsWith('files of'))).toHaveLength(SEALED_COLUMNS.length);
});
