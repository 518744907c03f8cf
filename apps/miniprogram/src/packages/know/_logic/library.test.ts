import { BENEFITS, citationOf } from '@assist/policy-chongqing/preview';
import { expect, test } from 'vitest';
import { benefitOf, libraryFor } from './library.ts';

const titles = (typed: string) => libraryFor(typed).flatMap((s) => s.benefits.map((b) => b.title));

test('规则包里的每一样都在，各在一处，没有网也在', () => {
  expect(titles('').sort()).toEqual(BENEFITS.map((b) => b.title).sort());
});

test('每一样说得出是什么、归谁办，条款都查得到', () => {
  for (const b of BENEFITS) {
    expect(b.about, b.id).not.toBe('');
    expect(b.handledBy, b.id).not.toBe('');
    expect(b.clauses.length, b.id).toBeGreaterThan(0);
    for (const clause of b.clauses) expect(citationOf(clause), `${b.id} ${clause}`).toBeDefined();
  }
});

test('照平时说的话也找得到；找不到的，不乱给', () => {
  expect(titles('低保')).toContain('低保');
  expect(titles('看病')).toContain('医疗救助');
  expect(titles(' 五保 ')).toContain('特困供养');
  expect(libraryFor('火箭')).toEqual([]);
  expect(benefitOf('marginal-family')?.title).toBe('低保边缘家庭');
});
