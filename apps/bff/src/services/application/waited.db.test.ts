import type { CivilDate } from '@assist/policy';
import { chineseCalendar } from '@assist/working-days';
import { describe, expect, it } from 'vitest';
import { waitedDays } from './waited.ts';

const day = (text: string) => text as CivilDate;
const at = (text: string) => `${text}T10:00:00+08:00`;
// Monday 23 November 2026 to Friday 4 December: ten working days, no holiday.
const received = day('2026-11-23');
const waited = (today: string, ...asked: [string, string?][]) =>
  waitedDays(
    received,
    day(today),
    asked.map(([askedAt, answeredAt]) => ({ askedAt: at(askedAt), ...(answeredAt && { answeredAt: at(answeredAt) }) })),
    chineseCalendar(),
  );

describe('等您补了几天：只作标记，日子照算', () => {
  it('没请补，没等；当天请当天补，没等', () => {
    expect(waited('2026-12-04')).toBe(0);
    expect(waited('2026-12-04', ['2026-11-25', '2026-11-25'])).toBe(0);
  });
  it('星期二请，星期四补：等了两个工作日；周末不算', () => {
    expect(waited('2026-12-04', ['2026-11-24', '2026-11-26'])).toBe(2);
    expect(waited('2026-12-04', ['2026-11-27', '2026-11-30'])).toBe(1);
  });
  it('还没补：一直等到今天', () => {
    expect(waited('2026-11-24', ['2026-11-23'])).toBe(1);
    expect(waited('2026-12-04', ['2026-11-23'])).toBe(9);
  });
  it('收到以前的不算', () => {
    expect(waited('2026-12-04', ['2026-11-16', '2026-11-20'])).toBe(0);
    expect(waited('2026-12-04', ['2026-11-20', '2026-11-24'])).toBe(1);
  });
  it('请过几回、最后一回还没补：都数得清，同一天不算两遍', () => {
    expect(waited('2026-12-04', ['2026-11-23', '2026-11-25'], ['2026-11-24', '2026-11-26'], ['2026-12-02'])).toBe(3 + 2);
  });
});
