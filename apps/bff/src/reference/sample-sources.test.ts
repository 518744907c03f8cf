import type { CivilDate } from '@assist/policy';
import { CHECK_ITEMS } from '@assist/policy-chongqing';
import { expect, it } from 'vitest';
import { alertSchema } from '../services/alert/format.ts';
import { sampleAlerts, sampleChecks } from './sample-sources.ts';

const DAY = '2026-11-22' as CivilDate;
const read = (text: string): Record<string, unknown>[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

it('样例预警合格式、都在今天以前、写明是样例', () => {
  const alerts = read(sampleAlerts(DAY));
  expect(alerts.length).toBeGreaterThan(3);
  for (const alert of alerts) {
    expect(alertSchema.safeParse(alert).success).toBe(true);
    expect(String(alert.seenOn) < DAY).toBe(true);
    expect(alert.words).toMatch(/样例/);
  }
  expect(new Set(alerts.map((alert) => alert.key)).size).toBe(alerts.length);
});

it('样例核对只答问得到的项目，有一项两处说得不一样，有一项要再问', () => {
  const answers = read(sampleChecks(DAY));
  for (const { item } of answers) expect(CHECK_ITEMS.map((one) => one.id)).toContain(item);
  expect(answers.filter((one) => one.item === 'housing-fund-and-pension')).toHaveLength(2);
  expect(answers.filter((one) => one.later)).toHaveLength(1);
});
