import { createHmac, randomUUID } from 'node:crypto';
import { residentApi, staffApi } from '@assist/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compose } from '../../compose.ts';
import { type FieldCipher, KeyNotInHand } from '../../crypto/field-cipher.ts';
import type { KeyedHash } from '../../crypto/keyed-hash.ts';
import { done, formOf, resident, SUFEN, submission, ZHONGSHANLU } from '../../test/people.ts';
import { rowInEveryTable } from '../../test/row-in-every-table-for-test.ts';
import { sealAudit } from '../audit/seal.ts';
import { verifyAudit } from '../audit/verify.ts';
import type { Context } from '../context.ts';
import { HASHED_COLUMNS, NOT_KEYED } from './hashed-places.ts';
import { type KeysForTest, keysForTest } from './keys-for-test.ts';
import { type RehashTimes, rehash } from './rehash.ts';

const AT_ONCE: RehashTimes = { announceMs: 0, drainMs: 0, patienceMs: 60_000, mostMs: 600_000 };
const SECOND = { id: 'hash-2', bytes: Buffer.alloc(32, 2) };
const paper = { kind: 'resident-identity', number: SUFEN.number } as const;

let bff: KeysForTest['bff'];
let one: KeysForTest['one'];
let owner: KeysForTest['owner'];
let close: KeysForTest['close'];
beforeAll(async () => {
  ({ bff, one, owner, close } = await keysForTest((config) => ({ ...config, hashKeys: [...config.hashKeys, SECOND] })));
});
afterAll(() => close());

/** What other tests have under way on this server keeps rows from being settled for a moment. */
const sealed = (context: Context) => expect.poll(() => sealAudit(context)).toBeGreaterThan(0);
const hashed = () => rehash(one.context, owner.client, bff.config.hashKeys, AT_ONCE);

it('每一列不是加了密的字节，都说得出是带钥匙的摘要，还是别的什么', async () => {
  const columns = await bff.sql`select c.relname || '.' || a.attname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.atttypid = 'bytea'::regtype and not a.attisdropped and a.attname not like '%\\_sealed'`;
  const known = [
    ...Object.entries(HASHED_COLUMNS).flatMap(([table, names]) => names.map((name) => `${table}.${name}`)),
    ...Object.keys(NOT_KEYED),
  ];
  expect(columns.map(({ name }) => name as string).sort()).toEqual(known.sort());
});

it('歇着的时候：要算摘要的请等一下再来，不用算的照常；到点自己就过去', async () => {
  const me = await resident(bff, 'rests');
  const id = randomUUID();
  done(await me.submit(id));
  const [first] = bff.config.hashKeys;
  await owner.client`insert into hash_keys (ids, rests_from, rests_until, changed_at)
    values (${[first?.id as string]}, clock_timestamp() - interval '1 second', clock_timestamp() + interval '1 hour', now())`;
  await bff.restart();
  expect(await me.call(residentApi.application, { params: { applicationId: id } })).toMatchObject({ ok: true });
  expect(await me.submit(id)).toMatchObject({ ok: false, problem: { status: 503, code: 'busy' } });
  expect(await bff.residentWith(undefined)(residentApi.signIn, { body: { code: bff.loginCode('rests') } })).toMatchObject({
    ok: false,
    problem: { code: 'busy' },
  });
  expect(await hashed()).toEqual({ kind: 'under-way' });
  await owner.client`update hash_keys set rests_from = clock_timestamp() - interval '2 hours', rests_until = clock_timestamp() - interval '1 hour'`;
  await bff.restart();
  expect(await me.submit(id)).toMatchObject({ ok: true });
});

it('换了以后：人还是那个人，回执还是那张，码还用得上，没有谁被退出去；摘要是在旧的上面再加一把', async () => {
  const me = await resident(bff, 'rehash');
  const id = randomUUID();
  const receipt = done(await me.submit(id));
  const heli = await bff.staff('sample-heli');
  const { code } = done(
    await heli.call(staffApi.issueVerificationCode, {
      key: randomUUID(),
      body: { name: SUFEN.name, paper, sawPaper: true },
    } as never),
  ) as { code: string };
  await sealed(one.context);
  const before = await bff.sql<{ id: string; hash: Buffer }[]>`select id, openid_hash as hash from accounts order by id`;

  const result = await hashed();
  expect(result).toMatchObject({ kind: 'rehashed', ids: [bff.config.hashKeys[0]?.id, SECOND.id], rows: { accounts: before.length } });
  expect(await hashed()).toEqual({ kind: 'nothing-new' });
  const after = await bff.sql<{ id: string; hash: Buffer }[]>`select id, openid_hash as hash from accounts order by id`;
  expect(after.map(({ hash }) => hash.toString('hex'))).toEqual(
    before.map(({ hash }) => createHmac('sha256', SECOND.bytes).update(hash).digest('hex')),
  );

  await bff.restart();
  await one.context.keys.load();
  expect(done(await me.submit(id))).toEqual(receipt);
  expect(await me.submit(id, submission({ form: formOf(ZHONGSHANLU) }))).toMatchObject({ ok: false, problem: { code: 'content-differs' } });
  const again = done(await bff.residentWith(undefined)(residentApi.signIn, { body: { code: bff.loginCode('rehash') } }));
  expect(again.account.accountId).toBe(me.accountId);
  done(await bff.residentWith(undefined)(residentApi.refresh, { body: { refreshToken: me.refreshToken } }));
  expect(await heli.call(staffApi.staffMe, {})).toMatchObject({ ok: true });
  expect(await me.call(residentApi.verifyByCode, { key: randomUUID(), body: { code } } as never)).toMatchObject({ ok: true });

  await sealed(one.context);
  // As a command, which has looked at nothing yet, and in no other way.
  const command = compose(bff.config, 'test', () => '', { clock: bff.clock });
  expect((await verifyAudit(command.context)).wrong).toEqual([]);
  await command.connection.close();
  // Whoever only has the key of before cannot go on with the trail.
  await heli.call(staffApi.staffSignOut, {});
  await sealed({ ...one.context, hash: one.context.hash.older()[0] as KeyedHash });
  expect((await verifyAudit(one.context)).wrong).toEqual([expect.stringMatching(/^batch \d+ was sealed by a key that had been replaced$/)]);
});

it('少一把钥匙的进程：不拿旧的凑合，说等一下再来；来换的也说少了哪把', async () => {
  const [first] = bff.config.hashKeys;
  const lacks = { ...bff.config, hashKeys: [first as never] };
  const old = compose(lacks, 'test', () => '', { clock: bff.clock });
  await old.context.keys.load();
  expect(() => old.context.hash.find('openid', 'x')).toThrow(expect.objectContaining({ code: 'key-not-in-hand' }));
  expect(await rehash(old.context, owner.client, lacks.hashKeys, AT_ONCE)).toEqual({ kind: 'lacks', ids: [SECOND.id] });
  await old.connection.close();
  await expect(one.connection.client`update hash_keys set ids = '{x}'`.execute()).rejects.toThrow('permission denied');
});

it('每张表的每一列都换得过去，连只能添的、冻住的；中间出了错，一件没动，也不再歇着', async () => {
  const account = (await resident(bff, 'every-table')).accountId;
  await rowInEveryTable(bff.sql, {
    id: randomUUID(),
    officeId: ZHONGSHANLU,
    accountId: account,
    staffId: 'sample-heli',
    numberHash: Buffer.alloc(32, 8),
    words: {
      'audit_seals.batch': '99',
      'changes.teller_number_hash': 'x',
      'helper_grants.invite_hash': 'x',
      'item_notes.fingerprint': 'x',
      'work_items.subject_hash': 'x',
    },
  });
  const third = { id: 'hash-3', bytes: Buffer.alloc(32, 3) };
  const keys = [...bff.config.hashKeys, third];
  const sum = () => bff.sql`select md5(string_agg(openid_hash::text, '' order by id)) as sum from accounts`;
  const untouched = await sum();
  await expect(rehash(one.context, owner.client, keys, { ...AT_ONCE, mostMs: 1000 })).rejects.toThrow('nothing was changed');
  expect(await sum()).toEqual(untouched);
  expect(await bff.sql`select ids, rests_until from hash_keys`).toEqual([
    { ids: bff.config.hashKeys.map((key) => key.id), rests_until: null },
  ]);
  const cipher: FieldCipher = {
    ...one.context.cipher,
    openBytes: () => {
      throw new KeyNotInHand();
    },
  };
  await expect(rehash({ ...one.context, cipher }, owner.client, keys, AT_ONCE)).rejects.toThrow('not in hand; nothing was changed');
  expect(await sum()).toEqual(untouched);

  const result = await rehash(one.context, owner.client, keys, AT_ONCE);
  expect(result.kind === 'rehashed' ? Object.entries(result.rows).filter(([, rows]) => rows === 0) : 'not done').toEqual([]);
});
