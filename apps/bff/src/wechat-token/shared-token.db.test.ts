import { randomBytes } from 'node:crypto';
import { databaseForTest, type TestDatabase } from '@assist/local-postgres/testing';
import { createWechat, type TokenCache } from '@assist/wechat';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { fieldCipher } from '../crypto/field-cipher.ts';
import { type Connection, connect } from '../db/connect.ts';
import { SUNDAY } from '../test/bff-for-test.ts';
import { sharedToken } from './shared-token.ts';

const APPID = 'wx00112233445566aa';
const cipher = fieldCipher([{ id: 'k1', bytes: randomBytes(32) }]);
let database: TestDatabase;
let machines: Connection[];
let sql: Connection['client'];
let asked: string[];
let token: string;
let time: number;
beforeAll(async () => {
  database = await databaseForTest();
  const own = connect(database.url, 2, 'test', 'worker');
  sql = own.client;
  machines = [own, ...[1, 2].map(() => connect(database.url, 2, 'test', 'worker'))];
});
beforeEach(async () => {
  asked = [];
  token = 'T1';
  time = SUNDAY;
  await sql`delete from wechat_tokens`;
});
afterAll(async () => {
  await Promise.all(machines.map((one) => one.close()));
  await database.drop();
});

/** WeChat takes only its newest token here, and gives the same one to whoever asks. */
async function answer(url: string): Promise<Response> {
  const { pathname, searchParams } = new URL(url);
  asked.push(pathname.split('/').at(-1) as string);
  if (pathname === '/cgi-bin/stable_token') return Response.json({ access_token: token, expires_in: 7200 });
  return searchParams.get('access_token') === token ? Response.json({ errcode: 0, data: [] }) : Response.json({ errcode: 40001 });
}
const clients = () =>
  machines.map(({ db }) =>
    createWechat({
      appid: APPID,
      secret: 's',
      baseUrl: 'http://127.0.0.1:1',
      fetch: answer,
      clock: () => time,
      cache: sharedToken(db, cipher),
    }),
  );
const tokens = () => asked.filter((one) => one === 'stable_token').length;

it('三台机器同时要，向微信只要一次；库里的是封着的', async () => {
  await Promise.all(clients().flatMap((one) => [one.listTemplates(), one.listTemplates()]));
  expect(tokens()).toBe(1);
  const [row] = await sql`select token_sealed from wechat_tokens`;
  expect(String(row?.token_sealed)).not.toContain('T1');
});

it('微信不认了：一台换过，别的用它换的那个，也只换一次', async () => {
  const all = clients();
  await Promise.all(all.map((one) => one.listTemplates()));
  token = 'T2';
  await Promise.all(all.map((one) => one.listTemplates()));
  expect(tokens()).toBe(2);
});

it('看过旧的、还没拿走，别的已经换了新的：新的留着', async () => {
  const [here, there] = machines.map(({ db }) => sharedToken(db, cipher)) as [TokenCache, TokenCache];
  const expiresAt = time + 7200_000;
  await here.set(APPID, { token: 'T1', expiresAt });
  let taken: Promise<void> | undefined;
  await sql.begin(async (tx) => {
    // The new one is written and not yet on record: whoever takes the old one away has looked, and waits for the row.
    await tx`update wechat_tokens set token_sealed = ${cipher.seal(`wechat-token:${APPID}`, 'T2')} where appid = ${APPID}`;
    taken = there.delete(APPID, 'T1');
    await vi.waitFor(
      async () => {
        // Who waits for a row somebody else holds takes its place in the line by a lock on the row.
        const waiting = await tx`select 1 from pg_locks where locktype = 'tuple' and relation = 'wechat_tokens'::regclass
          and database = (select oid from pg_database where datname = current_database())`;
        expect(waiting).toHaveLength(1);
      },
      { timeout: 30_000 },
    );
  });
  await taken;
  expect(await there.get(APPID)).toEqual({ token: 'T2', expiresAt });
});

it('要到一半没了的那台，不让别人等下去', async () => {
  await sql`insert into wechat_tokens (appid, asked_until) values (${APPID}, now() - interval '1 second')`;
  await clients()[1]?.listTemplates();
  expect(tokens()).toBe(1);
});

it('快到期了，三台一起换：一次', async () => {
  const all = clients();
  await Promise.all(all.map((one) => one.listTemplates()));
  time += 7000_000;
  token = 'T2';
  await Promise.all(all.map((one) => one.listTemplates()));
  expect(tokens()).toBe(2);
});
