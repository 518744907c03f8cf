import { databaseForTest, type TestDatabase } from '@assist/local-postgres/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Config, ConfigError } from './config.ts';
import { migrate } from './migrate.ts';
import { startBff } from './start-bff.ts';
import { startWorker } from './start-worker.ts';
import { testConfig } from './test/bff-for-test.ts';

let database: TestDatabase;
let config: Config;
beforeAll(async () => {
  database = await databaseForTest('empty');
  config = { ...testConfig(database.url, '/tmp/assist-production-test'), production: true, staffBaseUrl: 'https://desk.example.cn' };
  await migrate(database.url, { samples: false });
});
afterAll(() => database.drop());

const silent = () => undefined;
const problemsOf = async (start: () => Promise<{ close(): Promise<void> }>): Promise<readonly string[]> => {
  try {
    await (await start()).close();
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems;
  }
};
const http = () => problemsOf(() => startBff({ config, log: silent }));
const worker = () => problemsOf(() => startWorker({ config, log: silent }, false));
const off = (name: string) => `Postgres has ${name} off: what is answered with yes may be lost`;
/** The cluster of the tests: the one of the packages, and quick rather than careful. */
const ofTheTests = [off('fsync'), off('full_page_writes'), 'DATABASE_URL is the database that comes with the packages'];

describe('上线以后', () => {
  it('测试用的库就是随包的库，认得出来，不起来', async () => {
    expect(await http()).toEqual(ofTheTests);
    expect(await worker()).toEqual(ofTheTests);
  });

  it('数据库说收到了其实还没落盘：不起来', async () => {
    const sql = postgres(database.url, { max: 1 });
    const name = new URL(database.url).pathname.slice(1);
    await sql.unsafe(`alter database ${name} set synchronous_commit = off`);
    expect(await http()).toContain(off('synchronous_commit'));
    expect(await worker()).toContain(off('synchronous_commit'));
    await sql.unsafe(`alter database ${name} reset synchronous_commit`);
    await sql.end();
    expect(await http()).toEqual(ofTheTests);
  });

  it('库里有样例的人和电话：不起来', async () => {
    await migrate(database.url, { samples: true });
    const problems = ['the database holds sample offices', 'the database holds sample accounts', ...ofTheTests];
    expect(await http()).toEqual(problems);
    expect(await worker()).toEqual(problems);
  });

  it('只剩一个样例窗口、没有样例账号，也不起来', async () => {
    const sql = postgres(database.url, { max: 1 });
    await sql`create table kept_staff as select * from staff_accounts`;
    await sql`delete from staff_accounts`;
    await sql`update offices set sample = false where id <> (select min(id) from offices where sample)`;
    expect(await http()).toEqual(['the database holds sample offices', ...ofTheTests]);
    expect(await worker()).toEqual(['the database holds sample offices', ...ofTheTests]);
    await sql`insert into staff_accounts select * from kept_staff`;
    await sql.end();
  });

  it('只剩一个样例账号，也不起来', async () => {
    const sql = postgres(database.url, { max: 1 });
    await sql`update offices set sample = false`;
    await sql`delete from staff_accounts where id <> 'sample-heli'`;
    await sql.end();
    expect(await http()).toContain('the database holds sample accounts');
  });
});
