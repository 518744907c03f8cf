import { expect, test } from 'vitest';
import { unfitFields } from './template-fields.ts';

test.each([
  ['thing1', ['一二三四五六七八九十一二三四五六七八九十', 'A 1，。'], ['一二三四五六七八九十一二三四五六七八九十一', '', '  ', '两\n行']],
  ['number2', ['12', '-3.5', '1'.repeat(32)], ['1'.repeat(33), '三', '1.2.3']],
  ['letter3', ['abcXYZ'], ['abc1', 'a'.repeat(33)]],
  ['symbol1', ['#￥%'], ['a', '######']],
  ['character_string4', ['JZ-2026-0001'], ['编号1', 'x'.repeat(33)]],
  ['time5', ['15:01', '2019年10月1日 15:01', '9:00~11:30'], ['25:00', '下午三点', '2019年10月1日']],
  ['date6', ['2019年10月1日', '2018-01-01', '2018/01/01', '2018.01.01', '2018-01', '2018-01-01 09:30'], ['10月1日', '15:01', '明天']],
  ['amount7', ['￥100', '1234.56元', '¥0.5'], ['12345678901', '一百元']],
  ['phone_number8', ['023-12345678', '+86 13800138000'], ['电话1380', '1'.repeat(18)]],
  ['car_number9', ['渝A12345'], ['渝A12345678']],
  ['name10', ['周德明', 'Zhou De Ming'], ['一二三四五六七八九十一', 'a'.repeat(21)]],
  ['phrase11', ['审核通过'], ['审核通过了吗', 'ok']],
])('%s 这一类：收什么，不收什么', (field, good, bad) => {
  for (const value of good) expect(unfitFields({ [field]: value }), value).toEqual([]);
  for (const value of bad) expect(unfitFields({ [field]: value }), value).toEqual([field]);
});

test('没见过的类别交给微信去看', () => {
  expect(unfitFields({ enum_string1: '甲', future2: '乙' })).toEqual([]);
});
