import type { DraftForm } from '@assist/contracts';
import type { CivilDate, DivisionCode, Fen } from '@assist/policy';
import { describe, expect, test } from 'vitest';
import { type EstimateLine, estimateOf } from './estimate.ts';

const today = '2026-11-22' as CivilDate;
const JIULONGPO = '500107' as DivisionCode;
const family = (wage: number | undefined): DraftForm => ({
  formVersion: 1,
  area: 'urban',
  members: [
    {
      id: 'm1',
      relation: 'self',
      name: '李素芬',
      birthDate: '1958-03-04' as CivilDate,
      livesTogether: true,
      absence: 'none',
      disability: false,
      illness: 'none',
      work: 'retired',
      ...(wage !== undefined && { income: [{ kind: 'pension' as const, amount: (wage * 100) as Fen, per: 'month' as const }] }),
    },
  ],
  assets: { financial: 0 as Fen, vehicles: [], dwellings: [], businesses: 0 },
  supporters: [],
  spending: [],
  photos: [],
});
const allowance = (all: readonly EstimateLine[]) => all.find((l) => l.id === 'subsistence-allowance');
const lines = (all: readonly EstimateLine[]): EstimateLine[] => all.flatMap((l) => [l, ...lines(l.parts)]);

describe('估算', () => {
  test('每一句都有出处，名字不进规则', () => {
    const { benefits } = estimateOf(family(300), JIULONGPO, today);
    for (const line of lines(benefits)) expect(line.clauses.length, line.id).toBeGreaterThan(0);
  });
  test('没说的只是没说：不算够不上，问得出来', () => {
    const { benefits, questions } = estimateOf(family(undefined), JIULONGPO, today);
    const open = lines(benefits).filter((l) => l.open);
    expect(open.length).toBeGreaterThan(0);
    expect(new Set(open.map((l) => l.tone))).toEqual(new Set(['maybe']));
    expect(questions).toContain('李素芬：每月（每年）有哪些收入');
  });
  test('收入很高，也只是估算：写明是估算、都能申请；差多少写得出来', () => {
    const { benefits, notices } = estimateOf(family(9000), JIULONGPO, today);
    expect(allowance(benefits)?.tone).not.toBe('likely');
    expect(allowance(benefits)?.numbers.map((n) => n.name)).toContain('over');
    expect(notices[0]?.sentence).toContain('估算');
    // A sentence over the whole carries where it comes from as well (law 4).
    for (const n of notices) expect(n.clauses.length, n.sentence).toBeGreaterThan(0);
  });
  test('三色各有各的字：没说全不冒充够不上', () => {
    expect(allowance(estimateOf(family(undefined), JIULONGPO, today).benefits)?.words).toBe('还没说全');
    expect(allowance(estimateOf(family(300), JIULONGPO, today).benefits)?.words).toBe('可能，要人来看');
  });
  test('打头的是最有希望的那一样', () => {
    const order = ['likely', 'maybe', 'not-yet'];
    const { benefits, best } = estimateOf(family(300), JIULONGPO, today);
    expect(benefits.length).toBeGreaterThan(1);
    for (const b of benefits) expect(order.indexOf(best.tone)).toBeLessThanOrEqual(order.indexOf(b.tone));
  });
});
