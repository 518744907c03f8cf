import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { brokenRules } from './migration-rules.ts';

const FOLDER = new URL('../../migrations/', import.meta.url);
/** What was there when the rules came. */
const BEFORE = '0149';
const MEANWHILE = ['0161-what-is-measured.sql'];
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.sql') && name > BEFORE && !MEANWHILE.includes(name));

describe('新旧两版同时在用的时候也能升级', () => {
  it('有要看的', () => expect(files).toContain('0150-delivery.sql'));
  it.each(files)('%s：只添不减，不长时间占着表', (name) => {
    expect(brokenRules(readFileSync(new URL(name, FOLDER), 'utf8'))).toEqual([]);
  });
});

test.each([
  ['alter table notes drop column words;', 'takes something away'],
  ['drop table notes;', 'takes something away'],
  ['alter table notes rename column words to text;', 'renames'],
  ['alter table notes alter column n type bigint;', 'changes a type'],
  ['alter table notes alter column n set not null;', 'asks for a value'],
  ['alter table notes add column n integer not null;', 'adds a column'],
  ['alter table notes add n integer not null, add m integer default 1;', 'adds a column'],
  ['alter table notes add constraint n_check check (n > 0);', 'looks at every row'],
  ['create unique index notes_n on notes (n);', 'builds an index'],
  ['update notes set n = 1;', 'writes every row'],
  ['truncate notes;', 'holds a table'],
  ['revoke select on notes from assist_application;', 'takes rights away'],
  ['create table words (n integer); revoke select on words, notes from assist_application;', 'takes rights away'],
  ['create table words (n integer); revoke execute on function words() from assist_application;', 'takes rights away'],
])('%s', (text, what) => {
  expect(brokenRules(text).map((one) => one.split(':')[0])).toEqual([expect.stringContaining(what)]);
  const why = /drop|rename|type|not null|revoke/.test(text) ? 'contract' : 'quick';
  expect(brokenRules(`-- ${why}: nobody reads it since the version before\n${text}`)).toEqual([]);
  expect(brokenRules(`-- ${why}:\n${text}`)).not.toEqual([]);
});

test.each([
  'alter table notes add column n integer;',
  'alter table notes add column n integer not null default 0;',
  'alter table notes add column n integer generated always as (1) stored not null;',
  'alter table notes add constraint n_check check (n > 0) not valid;',
  'create table words (n integer not null); create index words_n on words (n); alter table words alter column n set not null;',
  'create table words (n integer); revoke delete, truncate on words from assist_application;',
  "update notes set n = 1 where n is null; insert into notes values ('drop table');",
  'create function f() returns void language sql as $$ drop table notes; $$;',
  '-- drop table notes;',
])('可以：%s', (text) => {
  expect(brokenRules(text)).toEqual([]);
});
