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
    // As text: comparing hundreds of whole receipts field by field took most of the time.
    const same = (one: unknown, other: unknown, title: string) => expect(JSON.stringify(one), title).toBe(JSON.stringify(other));
    for (const { household, on, title } of ALL_CASES) {
      const receipt = preview.assess(household, on);
      same(preview.explainNotices(receipt), whole.explainNotices(receipt), title);
      same(preview.explainReceipt(receipt), whole.explainReceipt(whole.assess(household, on)), title);
    }
  });
});
