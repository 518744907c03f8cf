import { describe, expect, it } from 'vitest';
import { numberInWords } from './amount';
import { halfWidth } from './half-width';
import { numberFromWords } from './spoken-number';

describe('照着说的写', () => {
  it.each([
    ['一千二', 1200],
    ['一千二百', 1200],
    ['一千零二', 1002],
    ['两百五', 250],
    ['十二', 12],
    ['一万二', 12_000],
    ['三', 3],
    ['零', 0],
  ])('%s → %i', (words, value) => expect(numberFromWords(words)).toBe(value));

  it.each(['', '万', '一二', '百', '五十百', '一千千', '千二', '一千零', '零五', '二亿', '几百', '一百多'])('说不准的不猜：%j', (words) =>
    expect(numberFromWords(words)).toBeUndefined(),
  );

  it('读给人听的，写回来还是它', () => {
    for (let n = 1; n < 10_000_000; n += 733) expect(numberFromWords(numberInWords(n)), numberInWords(n)).toBe(n);
  });
});

describe('宽的数字', () => {
  it('数字、字母、符号、空格变窄；汉字和字库外的字不动', () =>
    expect(halfWidth('＋８６　１３８－００Ｘ，𠮷㛃·王')).toBe('+86 138-00X,𠮷㛃·王'));
});
