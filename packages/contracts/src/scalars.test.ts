import { describe, expect, it } from 'vitest';
import { divisionCodeSchema, fenSchema, idSchema, isCivilDate, words } from './scalars.ts';

describe('基本的值', () => {
  it.each([
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2000-02-29', true],
    ['1900-02-29', false],
    ['2026-04-31', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-01-00', false],
    ['1879-12-31', false],
    ['26-1-1', false],
    ['2026-11-22T00:00', false],
  ])('%s 是不是一个日子：%s', (text, expected) => expect(isCivilDate(text)).toBe(expected));

  it.each([
    [0, true],
    [77000, true],
    [-1, false],
    [0.5, false],
    [Number.MAX_SAFE_INTEGER + 1, false],
    [Number.NaN, false],
    ['100', false],
  ])('金额 %s 分：%s', (value, expected) => expect(fenSchema.safeParse(value).success).toBe(expected));

  it.each([
    ['500107', true],
    ['500107001', true],
    ['500107001001', true],
    ['50010', false],
    ['5001070', false],
    ['50010700A', false],
  ])('行政区划代码 %s：%s', (code, expected) => expect(divisionCodeSchema.safeParse(code).success).toBe(expected));

  it('手机上造的编号要小写的 UUID', () => {
    expect(idSchema.safeParse('018f3a2e-0000-7000-8000-000000000001').success).toBe(true);
    expect(idSchema.safeParse('018F3A2E-0000-7000-8000-000000000001').success).toBe(false);
    expect(idSchema.safeParse("018f3a2e-0000-7000-8000-000000000001' or 1=1").success).toBe(false);
  });

  it('人说的话可以换行，不能有控制符', () => {
    expect(words(10).safeParse('我家\n漏雨了\t😢').success).toBe(true);
    expect(words(10).safeParse('a\u0000b').success).toBe(false);
    expect(words(10).safeParse('a\u007f').success).toBe(false);
    expect(words(2).safeParse('三个字').success).toBe(false);
  });
});
