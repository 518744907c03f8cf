import type { CivilDate } from '@assist/policy';
import { describe, expect, test } from 'vitest';
import { dayOf, dayText, instantOf, momentText, timeOf } from './day-and-time.ts';
import { readYuan, spokenYuan, typedYuan, yuanOf } from './money.ts';

const day = (text: string) => text as CivilDate;

describe('日子和钟点', () => {
  test('重庆的半夜还是前一天的世界时，日子按重庆算', () => {
    const ms = Date.UTC(2026, 10, 21, 16, 30);
    expect([dayOf(ms), timeOf(ms), instantOf(ms)]).toEqual(['2026-11-22', '00:30', '2026-11-22T00:30:00+08:00']);
  });
  test('今年不写年，明年写明年，再远写年份', () => {
    expect(dayText(day('2026-12-20'), day('2026-11-22'))).toBe('12月20日');
    expect(dayText(day('2027-01-05'), day('2026-11-22'))).toBe('明年1月5日');
    expect(dayText(day('2028-01-05'), day('2026-11-22'))).toBe('2028年1月5日');
  });
  test('当天只写钟点', () => {
    expect(momentText('2026-11-22T06:32:00Z', day('2026-11-22'))).toBe('14:32');
    expect(momentText('2026-11-20T09:42:00+08:00', day('2026-11-22'))).toBe('11月20日 09:42');
  });
});

describe('金额', () => {
  test.each([
    ['1200', 120000],
    ['1,200.5', 120050],
    ['１２００元', 120000],
    ['0', 0],
    ['0.07', 7],
    [' 3 500 ', 350000],
  ])('认得 %s', (typed, fen) => expect(readYuan(typed)).toEqual({ fen }));
  test('空的不是零', () => expect(readYuan('')).toBeUndefined());
  test.each(['-5', '一千', '1.234', '9999999999999', '1.2.3'])('%s 给一句话，不给数', (typed) => {
    expect(readYuan(typed)).toHaveProperty('sentence');
  });
  test('写出来', () => expect([yuanOf(530000), yuanOf(120050), typedYuan(120050), typedYuan(undefined)]).toEqual(['5,300', '1,200.50', '1200.50', '']));
  test.each([
    [0, '零元'],
    [1000, '十元'],
    [120000, '一千二百元'],
    [100500, '一千零五元'],
    [1000500, '一万零五元'],
    [12000000, '十二万元'],
    [100000000_00, '一亿元'],
    [100050000_00, '一亿零五万元'],
    [120050, '一千二百元五角'],
    [7, '零元零七分'],
  ])('%d 分读作 %s', (fen, said) => expect(spokenYuan(fen)).toBe(said));
});
