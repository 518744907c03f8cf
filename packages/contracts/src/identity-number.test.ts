import type { CivilDate } from '@assist/policy';
import { describe, expect, it } from 'vitest';
import { birthDateOf, checkIdentityNumber, normaliseIdentityNumber, sexOf } from './identity-number.ts';

const TODAY = '2026-11-22' as CivilDate;
// The example printed in the standard itself (GB 11643-1999): check digit X.
const STANDARD_EXAMPLE = '11010519491231002X';

describe('身份证号', () => {
  it.each([
    ['标准里的例子', STANDARD_EXAMPLE, undefined],
    ['小写 x 和空格照样认', '110105 19491231 002x', undefined],
    ['宽的数字、横线照样认', '１１０１０５－１９４９１２３１－００２Ｘ', undefined],
    ['老的 15 位', '110105491231002', 'fifteen'],
    ['少一位', STANDARD_EXAMPLE.slice(1), 'length'],
    ['字母在中间', '1101051949I231002X', 'characters'],
    ['2 月 30 日不存在', '110105194902300021', 'birth-date'],
    ['1900 年不是闰年', '110105190002290021', 'birth-date'],
    ['明天出生', '110105202611230027', 'birth-in-future'],
    ['最后一位不对', '110105194912310021', 'check-digit'],
  ])('%s', (_, number, expected) => expect(checkIdentityNumber(number, TODAY)).toBe(expected));

  it('改动任何一位数字都会被看出来（MOD 11-2 查得出所有单字错）', () => {
    for (let i = 0; i < 17; i++)
      for (let d = 0; d < 10; d++) {
        const digit = STANDARD_EXAMPLE[i] as string;
        if (String(d) === digit) continue;
        expect(checkIdentityNumber(STANDARD_EXAMPLE.slice(0, i) + d + STANDARD_EXAMPLE.slice(i + 1), TODAY)).not.toBe(undefined);
      }
  });

  it('今天出生的孩子可以写', () => {
    // 500107 20261122 001?: 5·7+0+0+1·5+0+7·4+2·2+0+2·6+6·3+1·7+1·9+2·10+2·5+0+0+1·2 = 150; 150 mod 11 = 7 → 5
    expect(checkIdentityNumber('500107202611220015', TODAY)).toBe(undefined);
  });

  it('读出生日和性别', () => {
    expect(birthDateOf(STANDARD_EXAMPLE)).toBe('1949-12-31');
    expect(sexOf(STANDARD_EXAMPLE)).toBe('female');
    expect(normaliseIdentityNumber(' 1101 05194912 31002x　')).toBe(STANDARD_EXAMPLE);
  });
});
