import type { CivilDate, Receipt } from '@assist/policy';
import { describe, expect, it, test } from 'vitest';
import type { Household } from '../household.ts';
import { assess, POLICY_VERSION } from './assess.ts';
import { explainReceipt } from './explain-receipt.ts';

// @ts-expect-error import.meta.glob is vitest's own, resolved when the test is compiled.
const files: Record<string, Receipt<Household>> = import.meta.glob('./stored-receipts/*.json', { import: 'default', eager: true });
const stored = Object.values(files);

describe('receipts as they were stored', () => {
  it('there is one of the present version', () => expect(stored.map((one) => one.packageVersion)).toContain(POLICY_VERSION));

  // A change of what is assessed without raising POLICY_VERSION fails here: raise it, and store a receipt of the new version beside the old.
  it('of the present version replay to the same bytes', () => {
    for (const one of stored.filter((receipt) => receipt.packageVersion === POLICY_VERSION)) {
      expect(JSON.stringify(assess(one.facts, one.assessedOn as CivilDate))).toBe(JSON.stringify(one));
    }
  });

  test.each(stored.map((one) => [one.packageVersion, one] as const))(
    'of version %s are told in whole sentences, each with its clauses',
    (_, receipt) => {
      const told = explainReceipt(receipt);
      expect(told.map((one) => one.rule)).toEqual(receipt.findings.map((one) => one.rule));
      for (const one of told) {
        expect(one.sentence).toMatch(/。$/);
        expect(one.clauses.every((clause) => clause.label !== '')).toBe(true);
      }
    },
  );
});
