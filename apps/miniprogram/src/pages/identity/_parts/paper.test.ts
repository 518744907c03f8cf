import type { CivilDate } from '@assist/policy';
import { expect, test } from 'vitest';
import { NO_PAPER_TYPED, readPaper, type TypedPaper } from './paper';

const today = '2026-11-22' as CivilDate;
const read = (typed: Partial<TypedPaper>) => readPaper({ ...NO_PAPER_TYPED, ...typed }, today);

test('身份证号按国家标准看，小写 x、空格都认', () => {
  expect(read({ number: '11010519491231002x' })).toEqual({ paper: { kind: 'resident-identity', number: '11010519491231002X' } });
  expect(read({ number: '110105 19491231 002X' })).toEqual({ paper: { kind: 'resident-identity', number: '11010519491231002X' } });
});

test.each([
  ['', '身份证号是多少？没有的选“还没有”'],
  ['1101051949', '身份证号是 18 位，请再数一数'],
  ['110105194912310021', '有一位可能看错了，请对着身份证再看一下'],
  ['110105202702290028', '中间的出生日期不对，请对着身份证再看一下'],
])('%s：一句大白话', (number, sentence) => expect(read({ number })).toEqual({ problems: { number: sentence } }));

test('别的证件，要说是哪种', () => {
  expect(read({ kind: 'other', number: 'E123' })).toEqual({ problems: { other: '是哪一种证件？' } });
  expect(read({ kind: 'other', other: 'passport', number: ' E123 ' })).toEqual({ paper: { kind: 'passport', number: 'E123' } });
});

test('还没有证件，写一句为什么就行', () => {
  expect(read({ kind: 'none-yet', reason: ' 丢了，在补 ' })).toEqual({ paper: { kind: 'none-yet', reason: '丢了，在补' } });
  expect(read({ kind: 'none-yet' })).toEqual({ problems: { reason: '为什么还没有？写一句就行' } });
});
