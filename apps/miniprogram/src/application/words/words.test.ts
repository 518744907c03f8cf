import type { CivilDate } from '@assist/policy';
import { describe, expect, test } from 'vitest';
import { dayOf, fullMomentText, instantOf, momentText } from './day-and-time.ts';
import { calledName, listed } from './lists.ts';

const today = '2026-11-22' as CivilDate;

describe('日子和钟点', () => {
  test('重庆的半夜还是前一天的世界时，日子按重庆算', () => {
    const ms = Date.UTC(2026, 10, 21, 16, 30);
    expect([dayOf(ms), instantOf(ms)]).toEqual(['2026-11-22', '2026-11-22T00:30:00+08:00']);
  });
  test('当天写今天几点，别的日子写日子，纸上写全', () => {
    expect(momentText('2026-11-22T06:32:00Z', today)).toBe('今天 14:32');
    expect(momentText('2026-11-20T09:42:00+08:00', today)).toBe('11月20日 09:42');
    expect(fullMomentText('2026-11-20T09:42:00+08:00')).toBe('2026年11月20日 09:42');
  });
});

describe('怎么称呼', () => {
  test('还没写名字的，说第几位', () => {
    expect(['m1', 'm2', 'm12'].map((id) => calledName({ id, name: ' ' }))).toEqual(['您', '第二位', '第 12 位']);
    expect(calledName({ id: 'm2', name: ' 张伟 ' })).toBe('张伟');
  });
  test('多了只写前几个', () => expect(listed(['甲', '乙', '丙'], 2)).toBe('甲、乙等 3 样'));
});
