import { BENEFITS, CASCADE } from '@assist/policy-chongqing';
import { expect, test } from 'vitest';
import type { EstimateLine } from './estimate.ts';
import { byKind } from './other-help.ts';

const line = (id: string): EstimateLine => ({
  id,
  title: id,
  tone: 'maybe',
  open: false,
  words: '',
  sentence: '',
  clauses: [],
  numbers: [],
  parts: [],
});
const steps = new Set(CASCADE.map((b) => b.id));
const others = BENEFITS.filter((b) => !steps.has(b.id)).map((b) => line(b.id));

test('规则包里别的帮助一样不少，每样只在一处；归得出类的不放进“别的”', () => {
  const kinds = byKind(others);
  expect(
    kinds
      .flatMap((k) => k.lines)
      .map((l) => l.id)
      .sort(),
  ).toEqual(others.map((l) => l.id).sort());
  expect(kinds.map((k) => k.title)).toEqual(['看病', '老人', '残疾', '上学、找活', '房子、水电', '别的']);
  expect(
    kinds
      .at(-1)
      ?.lines.map((l) => l.id)
      .sort(),
  ).toEqual(['category-top-ups', 'charity', 'disaster-relief']);
});

test('按人算的一样归得进去，没见过的也不丢，没有的类不列', () => {
  expect(byKind([line('old-age-allowance/m2'), line('something-new')]).map((k) => [k.title, k.lines.length])).toEqual([
    ['老人', 1],
    ['别的', 1],
  ]);
});
