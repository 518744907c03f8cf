import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Runs in the browser, where axe-core stands on the window. */
async function judge(): Promise<{ rule: string; nodes: string[] }[]> {
  const { axe } = window as unknown as { axe: typeof import('axe-core') };
  const { violations } = await axe.run(document, { resultTypes: ['violations'] });
  return violations.map(({ id, nodes }) => ({
    rule: id,
    nodes: nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  }));
}

/** What axe-core, with every rule it has by default, finds wrong on the page that is open; one line a rule. */
export async function axeFaults(page: Page): Promise<string[]> {
  // Evaluated, not added as a script: the page's content security policy lets nobody else's in.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${AXE};0`);
  const violations = await page.evaluate(judge);
  return violations.map(({ rule, nodes }) => `axe ${rule}: ${nodes.length} × ${nodes[0]?.replace(/\s+/g, ' ').slice(0, 300)}`);
}
