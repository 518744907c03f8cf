import type { CitationView } from '@assist/contracts';

/** A test compares them with the policy package. */
export const EVIDENCE_CITED = {
  declare: { id: 'YM239-1-2b', label: '渝民〔2022〕239号 一（二）', gist: '一次说清要哪些证明，本人书面承诺了就不再要证明。' },
  lookedUp: { id: 'SAL2026-62', label: '《社会救助法》 第六十二条', gist: '能核对到的，不得再要本人提供。' },
} as const satisfies Record<string, CitationView>;
