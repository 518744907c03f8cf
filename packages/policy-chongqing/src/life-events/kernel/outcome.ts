/** What a change can come to (JLP53 part six). None of them happens by itself: each is a procedure with its own steps. */
export const OUTCOMES = {
  unchanged: { title: '金额不变', clauses: ['JLP53-6-1', 'YC67-4-1', 'MCA57-31'], procedures: [] },
  more: { title: '可能增加', clauses: ['JLP53-6-2', 'YC67-4-2', 'MCA57-31'], procedures: ['raise'] },
  less: { title: '可能减少', clauses: ['JLP53-6-3', 'YC67-4-2', 'MCA57-31', 'SAL2026-48'], procedures: ['cut'] },
  stop: { title: '可能停发', clauses: ['JLP53-6-4', 'YC67-4-3', 'YM239-4-5d', 'SAL2026-48'], procedures: ['stop', 'exit'] },
  taper: {
    title: '渐退期，金额先不变',
    clauses: ['YM239-1-3a', 'YM239-1-3b', 'JLP53-6-5a', 'JLP53-6-5b', 'JLP53-6-5d'],
    procedures: ['taper'],
  },
  officer: { title: '由镇街看过再定', clauses: ['YM239-1-1a', 'YM239-1-2a', 'MCA57-31'], procedures: ['review'] },
  ask: { title: '还差几个问题', clauses: ['YM239-4-5a', 'SAL2026-46'], procedures: [] },
} as const satisfies Record<string, { title: string; clauses: readonly string[]; procedures: readonly string[] }>;

export type OutcomeId = keyof typeof OUTCOMES;
