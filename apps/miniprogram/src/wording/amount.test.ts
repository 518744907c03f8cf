import { fen } from '@assist/policy';
import { describe, expect, test } from 'vitest';
import { numberInWords, parseYuan, yuanForTyping, yuanInDigits, yuanInWords } from './amount';

describe('写的金额', () => {
  test.each([
    ['5300', 530000],
    ['5,300', 530000],
    ['５３００', 530000],
    ['5300.5', 530050],
    ['0.01', 1],
    ['.5', 50],
    ['5300元', 530000],
    ['1,200.50元', 120050],
    ['300块钱', 30000],
    ['一千二', 120000],
    ['一千二百块', 120000],
    [' 12 ', 1200],
    ['0', 0],
    ['19.99', 1999],
    ['007', 700],
  ])('%s → %i 分', (typed, expected) => expect(parseYuan(typed)).toEqual({ kind: 'amount', fen: expected }));

  test.each(['', ' ', '元'])('没写：%j', (typed) => expect(parseYuan(typed)).toEqual({ kind: 'empty' }));

  test.each([
    ['-5', '金额不能是负数'],
    ['1.234', '金额写到分就够了'],
    ['一千多', '这里只写数字，比如 1200'],
    ['1e5', '这里只写数字，比如 1200'],
    ['.', '这里只写数字，比如 1200'],
    ['1.2.3', '这里只写数字，比如 1200'],
    ['99999999999999999', '这个数太大了，请再看一下'],
  ])('请再看一下：%s', (typed, sentence) => expect(parseYuan(typed)).toEqual({ kind: 'again', sentence }));

  test.each([0, 1, 10, 50, 100, 1999, 530000, 530050])('%i 分写出来、再读回去还是它', (amount) => {
    expect(parseYuan(yuanForTyping(fen(amount)))).toEqual({ kind: 'amount', fen: amount });
    expect(parseYuan(yuanInDigits(fen(amount)))).toEqual({ kind: 'amount', fen: amount });
  });

  test('读的写法', () => {
    expect([530000, 530050, 123456789, 5].map((n) => yuanInDigits(fen(n)))).toEqual(['5,300', '5,300.50', '1,234,567.89', '0.05']);
  });
});

describe('汉字读回', () => {
  test.each([
    [0, '零'],
    [7, '七'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [100, '一百'],
    [101, '一百零一'],
    [110, '一百一十'],
    [1000, '一千'],
    [1001, '一千零一'],
    [1010, '一千零一十'],
    [5300, '五千三百'],
    [10000, '一万'],
    [10010, '一万零一十'],
    [10060, '一万零六十'],
    [100000, '十万'],
    [101000, '十万一千'],
    [120000, '十二万'],
    [1000001, '一百万零一'],
    [10500000, '一千零五十万'],
    [100000000, '一亿'],
    [100010000, '一亿零一万'],
    [100000001, '一亿零一'],
  ])('%i → %s', (number, words) => expect(numberInWords(number)).toBe(words));

  test.each([
    [530000, '五千三百元'],
    [0, '零元'],
    [5, '五分'],
    [50, '五角'],
    [105, '一元零五分'],
    [155, '一元五角五分'],
    [530050, '五千三百元五角'],
  ])('%i 分 → %s', (amount, words) => expect(yuanInWords(fen(amount))).toBe(words));
});
