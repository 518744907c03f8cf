import type { StaffView } from '@assist/contracts';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { AUDITOR, caseView } from './fixtures.ts';
import { CALL_ID, COMPLAINT_ID, LIST_ID, OBJECTION_ID, SUPERVISOR } from './fixtures-beside.ts';
import { STANDARD_RUN_ID } from './fixtures-district.ts';
import { AUTHENTICATION_ID, CHANGE_ID, caseFile, visitItem } from './fixtures-in-force.ts';
import { RUN_ID } from './fixtures-run.ts';
import type { OnStage } from './stage.ts';

const CASE = caseView().application.receipt.applicationId;
const PAGES = [
  ...['applications', 'identity', 'changes', 'authentications', 'alerts', 'objections', 'complaints'].map((lane) => `/queue/${lane}`),
  `/cases/${CASE}`,
  `/changes/${CHANGE_ID}`,
  `/authentications/${visitItem().workItemId}`,
  '/runs',
  `/runs/${RUN_ID}`,
  '/watched',
  '/referrals',
  '/register',
  `/register/${caseFile().caseId}`,
  `/register/${caseFile().caseId}/paper`,
  '/imports',
  '/reviews',
  '/gradual',
  '/payments',
  `/payments/${LIST_ID}`,
  '/reports',
  `/urgent/${CALL_ID}`,
  `/objections/${OBJECTION_ID}`,
  `/complaints/${COMPLAINT_ID}`,
  `/complaints/${COMPLAINT_ID}/letter`,
  '/complaints',
  `/letters/${AUTHENTICATION_ID}`,
  '/codes',
  '/archives',
  '/supervisor',
  '/standards',
  `/standards/${STANDARD_RUN_ID}`,
  `/register/${caseFile().caseId}/certificate`,
];

/** Rules of WCAG 2.2 A and AA, with the size of targets. */
const RULES = { runOnly: { type: 'tag' as const, values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } };

export function everyPageTests(onStage: OnStage): void {
  describe('每一页都用得了', () => {
    const look = (path: string, staff: StaffView) =>
      onStage(
        async ({ page, open }) => {
          await open(path);
          // As a string: the page's own policy lets no script in by an element.
          await page.evaluate(axe.source);
          const found = await page.evaluate(async (rules) => {
            const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, rules);
            return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 120)).join(' | ')}`);
          }, RULES);
          expect(found).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
        },
        (town) => {
          town.staff = staff;
        },
      );

    it.each(PAGES)('%s：对比、名字、目标大小都够，1280 宽不横着滚', (path) => look(path, SUPERVISOR));

    it('审计的留痕页也是', () => look('/audit', AUDITOR));
  });
}

/** The queue from end to end with one key. */
export function keyboardTests(onStage: OnStage): void {
  describe('只用键盘', () => {
    it('Tab 一路走得完，不困在哪一处，焦点看得见', () =>
      onStage(async ({ page, open }) => {
        await open('/queue/applications');
        const seen = new Set<string>();
        let back = false;
        for (let i = 0; i < 120 && !back; i++) {
          await page.keyboard.press('Tab');
          const at = await page.evaluate(() => {
            const e = document.activeElement as HTMLElement;
            if (e === document.body) return 'body';
            const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(e);
            const shown = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none' || e.matches('input');
            return `${shown ? '' : 'INVISIBLE '}${e.tagName} ${e.getAttribute('aria-label') ?? e.textContent?.slice(0, 20)} ${[...document.querySelectorAll('*')].indexOf(e)}`;
          });
          back = at === 'body' || (i > 5 && seen.has(at));
          seen.add(at);
        }
        expect(back).toBe(true);
        expect([...seen].filter((one) => one.startsWith('INVISIBLE'))).toEqual([]);
        expect([...seen].some((one) => one.includes('吴昌明'))).toBe(true);
      }));
  });
}
