import { civilDate, type DivisionCode } from '@assist/policy';
import {
  type CaseEvent,
  type ClockRuleName,
  DESTITUTE_APPLICATION,
  type EventKind,
  inDistrict,
  PROCEDURES,
  type Procedure,
} from '@assist/policy-chongqing';
import { chineseCalendar } from '@assist/working-days';
import { describe, expect, it } from 'vitest';
import { running, WAITS } from './clocks.ts';

const ctx = { calendar: chineseCalendar() };
const LATE = civilDate('2030-01-01');
/** Each procedure, and as each district with steps of its own has it. */
const forms: Procedure[] = PROCEDURES.flatMap((one) => [
  one,
  ...[...new Set((one.overlays ?? []).map(({ district }) => district))].map((district) => inDistrict(one, district as DivisionCode, LATE)),
]);
const clocksOf = ({ steps }: Procedure): ClockRuleName[] => [...new Set(steps.flatMap((step) => step.clocks ?? []))];
const happened = (kind: EventKind, on: string): CaseEvent => ({ kind, on: civilDate(on), role: 'township' });

describe('每一道程序的每一个钟', () => {
  it.each(forms.map((one) => [one.title, one] as const))('%s：等的那一步，这道程序里真有', (_title, one) => {
    const kinds = new Set(one.steps.map((step) => step.event));
    const waitedInVain = clocksOf(one).filter((name) => {
      const waits: readonly EventKind[] | string = WAITS[name];
      return typeof waits !== 'string' && !waits.some((kind) => kinds.has(kind));
    });
    expect(waitedInVain).toEqual([]);
  });

  it.each(forms.map((one) => [one.title, one] as const))('%s：那一步记下就走，等到了就停', (_title, one) => {
    for (const step of one.steps)
      for (const name of step.clocks ?? []) {
        const waits: readonly EventKind[] | string = WAITS[name];
        if (waits === 'minded-elsewhere') continue;
        const set = happened(step.event, '2026-03-02');
        // A review that is concluded sets the next one going: only what began on the first day is looked at.
        const runs = (record: readonly CaseEvent[]) =>
          running(ctx, { ...one, steps: [{ ...step, clocks: [name] }] }, record).some((clock) => clock.from === set.on);
        expect([name, runs([set])]).toEqual([name, true]);
        for (const kind of typeof waits === 'string' ? (['forwarded'] as const) : waits)
          expect([name, runs([set, happened(kind, '2026-03-03')])]).toEqual([name, false]);
      }
  });

  it('不算在内的，写明是哪几个：多一个都要想一想', () => {
    const none = Object.entries(WAITS).filter(([, waits]) => waits === 'minded-elsewhere');
    expect(none.map(([name]) => name).sort()).toEqual(
      [
        'checkSilent',
        'publication',
        'referralAnswer',
        'rigidValid',
        'selfCareAgain',
        'toldInTime',
        'watchAfterLeaving',
        'watchAfterRefusal',
      ].sort(),
    );
  });
});

it('特困公示有异议：15 个工作日内重新调查、再提意见；只回一句话，钟不停；前一份意见不算', () => {
  const record = [
    happened('accepted', '2026-03-02'),
    happened('opinion', '2026-03-10'),
    happened('notice-posted', '2026-03-11'),
    happened('objected', '2026-03-12'),
  ];
  const again = (more: readonly CaseEvent[]) =>
    running(ctx, DESTITUTE_APPLICATION, [...record, ...more]).find((one) => one.rule === 'destitute/again');
  expect(again([])).toMatchObject({ from: '2026-03-12', by: '2026-04-02', clauses: ['DESTITUTE2021-15'] });
  expect(again([happened('objection-answered', '2026-03-13')])?.by).toBe('2026-04-02');
  expect(again([happened('visited', '2026-03-16'), happened('opinion', '2026-03-17')])).toBeUndefined();
});
