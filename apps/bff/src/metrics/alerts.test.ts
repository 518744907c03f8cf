import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { processMetrics } from './process-metrics.ts';
import { wholeMetrics } from './whole-metrics.ts';

const near = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

// What Prometheus and Grafana want of these files; `promtool` says the same of the rules in the long run.
const rules = z.strictObject({
  groups: z.array(
    z.strictObject({
      name: z.string(),
      rules: z.array(
        z.strictObject({
          alert: z.string().regex(/^[A-Z][A-Za-z]+$/),
          expr: z.string().min(1),
          for: z
            .string()
            .regex(/^\d+[smh]$/)
            .optional(),
          labels: z.strictObject({ severity: z.enum(['page', 'look']) }),
          annotations: z.strictObject({ summary: z.string().min(1) }),
        }),
      ),
    }),
  ),
});
const source = z.strictObject({ type: z.literal('prometheus'), uid: z.literal(`$${'{datasource}'}`) });
const dashboard = z.looseObject({
  title: z.string(),
  uid: z.string(),
  schemaVersion: z.number(),
  templating: z.looseObject({ list: z.array(z.looseObject({ name: z.string(), type: z.string() })) }),
  panels: z.array(
    z.looseObject({
      id: z.int(),
      type: z.string(),
      title: z.string().min(1),
      datasource: source,
      gridPos: z.strictObject({ h: z.int(), w: z.int().max(24), x: z.int(), y: z.int() }),
      targets: z.array(z.strictObject({ refId: z.string(), expr: z.string().min(1), legendFormat: z.string() })),
    }),
  ),
});

const alerts = rules.parse(parse(near('deploy/alerts.yaml'))).groups.flatMap((group) => group.rules);
const board = dashboard.parse(JSON.parse(near('deploy/dashboard.json')));

/** Names of series of both processes, with those that a histogram makes. `up` is Prometheus' own. */
async function exportedNames(): Promise<Set<string>> {
  const { registry } = processMetrics();
  wholeMetrics(registry, () => Promise.reject(new Error('not asked here')));
  const names = (await registry.getMetricsAsJSON()).flatMap(({ name, type }) =>
    (type as unknown) === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
  );
  return new Set([...names, 'up']);
}
const namesIn = (expr: string) => expr.match(/\b(assist|nodejs|process)_[a-z0-9_]+|\bup\b/g) ?? [];

describe('告警和仪表盘说的，都真有', () => {
  it.each(alerts.map(({ alert, expr }) => [alert, expr]))('告警 %s', async (_alert, expr) => {
    const exported = await exportedNames();
    expect(namesIn(expr).length).toBeGreaterThan(0);
    expect(namesIn(expr).filter((name) => !exported.has(name))).toEqual([]);
  });

  it.each(board.panels.map(({ title, targets }) => [title, targets]))('仪表盘 %s', async (_title, targets) => {
    const exported = await exportedNames();
    for (const { expr } of targets) {
      expect(namesIn(expr).length).toBeGreaterThan(0);
      expect(namesIn(expr).filter((name) => !exported.has(name))).toEqual([]);
    }
  });

  it('自己的每一个数，仪表盘上都看得到', async () => {
    const shown = board.panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => namesIn(expr)));
    const own = [...(await exportedNames())].filter((name) => /^assist_/.test(name) && !/_(sum|count)$/.test(name));
    expect(own.filter((name) => !shown.includes(name) && name !== 'assist_chore_duration_seconds_bucket')).toEqual([]);
  });

  it('面板的号、告警的名字，都不重', () => {
    for (const all of [board.panels.map(({ id }) => String(id)), alerts.map(({ alert }) => alert)])
      expect(new Set(all).size).toBe(all.length);
  });
});

it('运行手册里，每个告警有自己的一段，没有多出来的', () => {
  const paragraphs = [...near('docs/runbook.md').matchAll(/^### ([A-Z][A-Za-z]+)\n\n(.+)/gm)].map(([, name = '', text = '']) => ({
    name,
    text,
  }));
  expect(paragraphs.map(({ name }) => name).sort()).toEqual(alerts.map(({ alert }) => alert).sort());
  for (const { name, text } of paragraphs) expect(text.length, name).toBeGreaterThan(80);
});
