import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeMoneyStays } from './money-stays-for-test.ts';

describeMoneyStays(4, 120_000);

const FOLDERS = ['change', 'opinion', 'contact-change'];
const sources = FOLDERS.flatMap((folder) => {
  const at = new URL(`../${folder}/`, import.meta.url);
  return readdirSync(at)
    .filter((name) => name.endsWith('.ts') && !name.includes('test'))
    .map((name) => [`${folder}/${name}`, readFileSync(new URL(name, at), 'utf8')] as const);
});

it.each(sources)('%s 不写金额、种类和结束的日子', (_name, text) => {
  expect(text).not.toMatch(/(insert|update|delete)\(\s*case(Files|Benefits)/);
  expect(text).not.toMatch(/(insert into|update|delete from)\s+case_(files|benefits)/);
});

it.each(sources.filter(([name]) => !name.startsWith('contact-change')))('%s 不看认没认证过', (_name, text) => {
  expect(text).not.toMatch(/authentication|face-?check|last_?met|\/visit\//i);
});
