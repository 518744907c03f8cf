import { describe, expect, it } from 'vitest';
import { ALL_CASES } from '../benefits/all-cases.ts';
import * as whole from '../index.ts';
import { citationsModule } from './cited.ts';
import * as preview from './index.ts';

// @ts-expect-error import.meta.glob is vitest's own, resolved when the test is compiled.
const committed: Record<string, string> = import.meta.glob('./citations.gen.ts', { query: '?raw', import: 'default', eager: true });

describe('what a phone loads', () => {
  it('holds the clauses as they are now (else run node scripts/approve-pages.ts)', () => {
    expect(committed['./citations.gen.ts']).toBe(citationsModule());
  });

  it('says the same as the server, word for word', () => {
    for (const one of ALL_CASES) {
      const receipt = preview.assess(one.household, one.on);
      expect(preview.explainNotices(receipt)).toEqual(whole.explainNotices(receipt));
      expect(preview.explainReceipt(receipt)).toEqual(whole.explainReceipt(whole.assess(one.household, one.on)));
    }
  });
});
