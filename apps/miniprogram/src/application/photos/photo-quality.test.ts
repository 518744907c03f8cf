import { describe, expect, test } from 'vitest';
import { type PhotoLook, remarkOn } from './photo-quality.ts';

const SIDE = 40;
const look = (paint: (x: number, y: number) => number): PhotoLook => ({
  width: 1200,
  height: 1600,
  grey: { width: SIDE, height: SIDE, values: Array.from({ length: SIDE * SIDE }, (_, i) => paint(i % SIDE, Math.floor(i / SIDE))) },
});
/** Lines of print on white paper. */
const print = (x: number, y: number) => (y % 4 < 2 && x % 3 > 0 ? 40 : 230);

describe('照片看得清吗', () => {
  test('纸上的字：没有话说', () => {
    expect(remarkOn(look(print))).toBeUndefined();
  });
  test('同一张，灯关了：有点暗', () => {
    expect(remarkOn(look((x, y) => print(x, y) / 8))).toBe('dark');
  });
  test('同一张，手抖成一片灰：有点糊', () => {
    expect(remarkOn(look((x) => 130 + x / 4))).toBe('blurred');
  });
  test('太小的先说小；只知道大小的，够大就没有话说', () => {
    expect(remarkOn({ ...look(print), width: 399 })).toBe('small');
    expect(remarkOn({ width: 400, height: 400 })).toBeUndefined();
  });
});
