import { describe, expect, it } from 'vitest';
import { approvedPages } from './all-pages.ts';

// @ts-expect-error import.meta.glob is vitest's own, resolved when the test is compiled.
const committed: Record<string, string> = import.meta.glob(['../**/approved.md', '../**/*.approved.md'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

describe('审阅页', () => {
  const pages = approvedPages();

  it.each(Object.keys(pages))('%s 和规则一致（不一致就运行 node scripts/approve-pages.ts，再看差异）', (path) => {
    expect(committed[`../${path}`]).toBe(pages[path]);
  });

  it('没有多出来的旧页', () => {
    expect(
      Object.keys(committed)
        .map((path) => path.slice(3))
        .filter((path) => !pages[path]),
    ).toEqual([]);
  });

  it('页里没有没登记的条款', () => {
    for (const text of Object.values(pages)) expect(text).not.toContain('（没有登记）');
  });
});
