import { expect, it } from 'vitest';
import { taperMonths } from './taper-months.ts';

it('六个月：头一天是第一个月，最后一天还是第六个月，过了就是过了', () => {
  expect(taperMonths('2026-06-15', '2026-12-14', '2026-06-15')).toEqual({ of: 6, now: 1 });
  expect(taperMonths('2026-06-15', '2026-12-14', '2026-07-14')).toEqual({ of: 6, now: 1 });
  expect(taperMonths('2026-06-15', '2026-12-14', '2026-07-15')).toEqual({ of: 6, now: 2 });
  expect(taperMonths('2026-06-15', '2026-12-14', '2026-12-14')).toEqual({ of: 6, now: 6 });
  expect(taperMonths('2026-06-15', '2026-12-14', '2026-12-15')).toEqual({ of: 6, now: 7 });
});

it('写到后一天的、从三十一号起的、还没开始的，也数得对', () => {
  expect(taperMonths('2026-06-15', '2026-12-15', '2026-12-15')).toEqual({ of: 6, now: 6 });
  expect(taperMonths('2026-08-31', '2027-02-27', '2026-11-30')).toEqual({ of: 6, now: 3 });
  expect(taperMonths('2026-12-01', '2027-05-31', '2026-11-22')).toEqual({ of: 6, now: 1 });
});
