import { nextReview } from '@assist/bff/measured';
import type { CivilDate, DivisionCode } from '@assist/policy';
import { addDays, addMonths } from '@assist/policy';
import type { Recipient } from '@assist/policy-chongqing';
import { median } from './median.ts';

/** The rule itself, as the import runs it before it writes; beside it the bare sum of months. */
export function reviewRule(households: number, rounds: number): Record<string, string> {
  const kinds: readonly Recipient[] = ['subsistence', 'destitute', 'marginal', 'rigid-expenditure', 'orphan'];
  const districts = ['500107', '500118', '500151'] as DivisionCode[];
  const days = Array.from({ length: 1000 }, (_, i) => addDays('2026-11-22' as CivilDate, -i));
  const at = <T>(all: readonly T[], i: number): T => all[i % all.length] as T;
  const took: Record<string, number[]> = { 'nextReview, by the policy package': [], 'adding six months, no rule': [] };
  for (let round = 0; round < rounds; round++) {
    for (const [name, one] of [
      [
        'nextReview, by the policy package',
        (i: number) => nextReview(at(districts, i), [{ kind: at(kinds, i), since: at(days, i * 7) }], at(days, i)),
      ],
      ['adding six months, no rule', (i: number) => addMonths(at(days, i), 6)],
    ] as const) {
      const used = process.cpuUsage();
      for (let i = 0; i < households; i++) one(i);
      const { user, system } = process.cpuUsage(used);
      took[name]?.push((user + system) / 1000);
    }
  }
  return Object.fromEntries(Object.entries(took).map(([name, all]) => [name, median(all)]));
}
