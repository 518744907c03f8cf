import type { CivilDate, DivisionCode } from '@assist/policy';
import { addDays, civilDate } from '@assist/policy';
import { describe, expect, it, test } from 'vitest';
import { DISTRICT_NAMES } from '../districts/codes.ts';
import { expectedStandard, STEPS, standardHolds } from './standards.expected.ts';
import { SUBSISTENCE_STANDARD } from './standards.ts';

describe('低保标准，每个区县、每一步、城乡', () => {
  test.each(Object.entries(DISTRICT_NAMES))('%s %s', (code) => {
    for (const step of STEPS)
      for (const area of ['urban', 'rural'] as const)
        for (const on of [civilDate(step.from), addDays(civilDate(step.from), 100)])
          expect(standardHolds(SUBSISTENCE_STANDARD, on, code as DivisionCode, area), `${code} ${on} ${area}`).toBe(true);
  });

  it('新标准的前一天还是旧标准', () => {
    for (const step of STEPS.slice(0, -1)) {
      const before = addDays(step.from as CivilDate, -1);
      expect(expectedStandard(before, '500111', 'urban')?.yuan).not.toBe(step.urban);
      expect(standardHolds(SUBSISTENCE_STANDARD, before, '500111' as DivisionCode, 'urban')).toBe(true);
    }
  });
});
