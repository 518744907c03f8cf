import { describe, expect, it } from 'vitest';
import { clockTicks, dueText, dueTone, usedPercent } from './due.ts';

describe('本步还有几天', () => {
  it.each([
    [-2, '超了 2 天', 'past'],
    [0, '今天到期', 'now'],
    [1, '还有 1 天', 'soon'],
    [3, '还有 3 天', 'soon'],
    [4, '还有 4 天', 'calm'],
  ])('剩 %i 天：%s', (left, text, tone) => {
    expect(dueText(left)).toBe(text);
    expect(dueTone(left)).toBe(tone);
  });

  it('等群众补的日子照走，写出来', () => {
    expect(dueText(4, true)).toBe('等群众补，还有 4 天（照走）');
    expect(dueText(-1, true)).toBe('等群众补，超了 1 天（照走）');
  });
});

describe('总期限的条', () => {
  it('按总长画用过的部分；不知道总长就不画', () => {
    expect(usedPercent(30, 30)).toBe(0);
    expect(usedPercent(22, 30)).toBe(27);
    expect(usedPercent(0, 30)).toBe(100);
    expect(usedPercent(-5, 30)).toBe(100);
    expect(usedPercent(22, undefined)).toBeUndefined();
  });

  it('用过加剩下总是整条', () => {
    expect(clockTicks(8, 30).filter((t) => t === 'used')).toHaveLength(8);
    expect(clockTicks(8, 30)).toHaveLength(30);
    expect(clockTicks(34, 30)).toEqual(Array(30).fill('used'));
    expect(clockTicks(0, 20).includes('used')).toBe(false);
  });
});
