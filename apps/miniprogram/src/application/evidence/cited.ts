import type { CitationView } from '@assist/contracts';

/** A test compares them with the policy package. */
export const APPLY_CITED = {
  declare: { id: 'YM239-1-2b', label: '渝民〔2022〕239号 一（二）', gist: '一次说清要哪些证明，本人书面承诺了就不再要证明。' },
  lookedUp: { id: 'SAL2026-62', label: '《社会救助法》 第六十二条', gist: '能核对到的，不得再要本人提供。' },
  relatives: { id: 'JLP53-5-2b', label: '九龙坡民政〔2025〕53号 五（二）', gist: '经办人员和村社干部的近亲属享受低保的，每一户都要查。' },
  supporters: { id: 'SAL2026-41', label: '《社会救助法》 第四十一条', gist: '核对家外的赡养、抚养、扶养人，要他们本人同意。' },
} as const satisfies Record<string, CitationView>;
