import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { databaseForTest, type TestDatabase } from '@assist/local-postgres/testing';
import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../migrate.ts';
import { applyMigrations } from './apply-migrations.ts';
import * as authentication from './authentication.ts';
import { type Connection, connect } from './connect.ts';
import { printSchema } from './print-schema.ts';
import * as rest from './schema.ts';

// Those of authentication are known to few (test/repository/authentication-law.test.ts).
const tables: PgTable[] = Object.values({ ...rest, ...authentication }).filter((one) => is(one, PgTable));

let database: TestDatabase;
let connection: Connection;
beforeAll(async () => {
  database = await databaseForTest();
  connection = connect(database.url, 2, 'test');
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

describe('库和代码里的表', () => {
  it.each(tables.map((table) => [getTableConfig(table).name, table] as const))('%s 一列不差', async (name, table) => {
    const rows = await connection.client`
      select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required
      from pg_attribute a where a.attrelid = ${name}::regclass and a.attnum > 0 and not a.attisdropped`;
    const inDatabase = rows.map((row) => `${row.name} ${row.type} ${row.required}`).sort();
    const inCode = getTableConfig(table)
      .columns.map((column) => `${column.name} ${column.getSQLType()} ${column.notNull}`)
      .sort();
    expect(inCode).toEqual(inDatabase);
  });

  it('每张表都在代码里', async () => {
    const rows =
      await connection.client`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`;
    const inCode = tables.map((table) => getTableConfig(table).name);
    expect(rows.map((row) => row.name).sort()).toEqual([...inCode, 'schema_migrations'].sort());
  });

  it('印出来的库和提交的一样（pnpm --filter @assist/bff print-schema）', async () => {
    expect(await printSchema(connection.client)).toBe(readFileSync(new URL('../../docs/schema.gen.sql', import.meta.url), 'utf8'));
  });
});

describe('迁移', () => {
  it('再来一次什么也不做；两个进程同时来也行', async () => {
    const again = await Promise.all([migrate(database.url), migrate(database.url)]);
    expect(again).toEqual([[], []]);
  });

  it('旧的一版正拿着一张表：不排在它后面挡着别人，一会儿再来，放开了就成', async () => {
    const folder = pathToFileURL(`${mkdtempSync(path.join(tmpdir(), 'assist-migrations-'))}/`);
    writeFileSync(new URL('9999-more.sql', folder), 'alter table alert_sources add column more text;');
    const holder = await connection.client.reserve();
    const other = connect(database.url, 1, 'test');
    try {
      await holder`begin`;
      await holder`lock table alert_sources in access share mode`;
      const options = { folder, lockMs: 20 };
      await expect(applyMigrations(other.client, { ...options, tries: 2 })).rejects.toMatchObject({ code: '55P03' });
      // Nobody waits behind it: whoever reads goes on.
      expect(await connection.client`select count(*)::int as n from alert_sources`).toEqual([{ n: 0 }]);
      const going = applyMigrations(other.client, { ...options, tries: 500 });
      await holder`commit`;
      expect(await going).toEqual(['9999-more.sql']);
    } finally {
      holder.release();
      await other.close();
      rmSync(folder, { recursive: true });
      await connection.client`alter table alert_sources drop column if exists more`;
      await connection.client`delete from schema_migrations where name = '9999-more.sql'`;
    }
  });

  it('改过已经用了的一份：说出是哪一份', async () => {
    await connection.client`update schema_migrations set sha256 = 'other' where name = '0001-residents.sql'`;
    await expect(applyMigrations(connection.client)).rejects.toThrow('0001-residents.sql');
  });

  it('留痕只能添，改不了、删不掉', async () => {
    await connection.client`insert into audit_log (at, actor_kind, actor_id, action, object_kind, object_id) values (now(), 'system', 'x', 'x', 'x', 'x')`;
    for (const statement of ['update audit_log set action = $1', 'delete from audit_log where action <> $1'])
      await expect(connection.client.unsafe(statement, ['y'])).rejects.toThrow('only added to');
  });
});

describe('办理的镇街', () => {
  it('上线的 64 个，名字不重；样例电话只给上线的', async () => {
    const [row] = await connection.client`
      select count(*) filter (where live)::int as live, count(distinct short_name) filter (where live)::int as names,
        count(*) filter (where sample and not live)::int as wrong, count(*)::int as total from offices`;
    expect(row).toMatchObject({ live: 64, names: 64, wrong: 0 });
    expect(row?.total).toBeGreaterThan(1000);
  });
});

describe('号上的检查字母', () => {
  const letter = async (name: string, day: string, n: number) => {
    const [row] = await connection.client`select receipt_check_letter(${name}, ${day}, ${n}::int) as letter`;
    return row?.letter as string;
  };
  it('和按定义算的一样：从右往左第 i 个字符的码乘 i，除以 23 的余数', async () => {
    const text = '云岭261120037';
    const sum = [...text].reverse().reduce((total, c, i) => total + (c.codePointAt(0) as number) * (i + 1), 0);
    expect(await letter('云岭', '261120', 37)).toBe('ABCDEFGHJKMNPQRSTUVWXYZ'[sum % 23]);
  });

  it('错一位、相邻两位换了，字母就不同', async () => {
    const right = await letter('杨家坪', '261122', 123);
    for (const [day, n] of [
      ['261122', 124],
      ['261122', 132],
      ['261122', 213],
      ['261123', 123],
      ['262112', 123],
    ] as const)
      expect(await letter('杨家坪', day, n)).not.toBe(right);
  });
});
