/** What the cross-check looks up. What stands here may not be asked of the resident (SAL2026-62). */
export const CHECK_ITEMS = [
  { id: 'registration', title: '户籍', clauses: ['MCA57-17'] },
  { id: 'marriage', title: '婚姻', clauses: ['YM239-2-2a'] },
  { id: 'funeral', title: '殡葬', clauses: ['YM239-2-2a'] },
  { id: 'death', title: '死亡', clauses: ['YM239-2-2b'] },
  { id: 'tax', title: '纳税', clauses: ['MCA57-17'] },
  { id: 'social-insurance', title: '社会保险', clauses: ['MCA57-17'] },
  { id: 'housing-fund-and-pension', title: '公积金、养老金', clauses: ['YM239-2-2b', 'MCA57-17'] },
  { id: 'real-estate', title: '不动产', clauses: ['YM239-2-2b', 'MCA57-17'] },
  { id: 'deposits', title: '银行存款', clauses: ['YM239-2-2b', 'MCA57-17'] },
  { id: 'businesses', title: '市场主体', clauses: ['YM239-2-2b', 'MCA57-17'] },
  { id: 'vehicles', title: '车船', clauses: ['MCA57-17'] },
  { id: 'insurance-and-securities', title: '商业保险、证券、互联网金融资产', clauses: ['MCA57-17'] },
] as const;

export type CheckItem = (typeof CHECK_ITEMS)[number]['id'];
