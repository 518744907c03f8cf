/**
 * Kinds of recipient the documents know (YMF12-1a, YC67-1, TL42-O1, TL42-C2b to C2d), with how often they are looked at again.
 * `receives` of a member names them by id or by name.
 */
export interface RecipientKind {
  readonly id: string;
  readonly title: string;
  readonly clauses: readonly string[];
  /** How often it is reviewed, where a document says; the procedures hold the clocks. */
  readonly review: 'yearly-or-half-yearly' | 'monthly-in-yongchuan' | 'valid-twelve-months' | 'not-written';
}

export const RECIPIENT_KINDS: readonly RecipientKind[] = [
  { id: 'destitute-support', title: '特困供养', clauses: ['YMF12-1a', 'TL42-O1', 'YC67-1', 'YC67-3-2a'], review: 'monthly-in-yongchuan' },
  {
    id: 'subsistence-allowance',
    title: '低保',
    clauses: ['YMF12-1a', 'TL42-O1', 'JLP53-4-1', 'JLP53-4-2'],
    review: 'yearly-or-half-yearly',
  },
  { id: 'marginal-family', title: '低保边缘家庭', clauses: ['YMF12-1a', 'TL42-O1', 'YMF12-1c'], review: 'not-written' },
  { id: 'rigid-expenditure', title: '刚性支出困难家庭', clauses: ['YMF12-1a', 'TL42-O1', 'YMF12-1d'], review: 'valid-twelve-months' },
  {
    id: 'poverty-monitoring',
    title: '防返贫监测对象',
    clauses: ['YMF12-1a', 'TL42-O1', 'YMF12-18', 'TL42-C2b', 'TL42-C2d', 'TL42-C2k', 'TL42-C4b'],
    review: 'not-written',
  },
  { id: 'other-hardship', title: '其他困难人员', clauses: ['YMF12-1a', 'TL42-O1', 'TL42-C2c'], review: 'not-written' },
  { id: 'disability-allowances', title: '残疾人两项补贴', clauses: ['YC67-1', 'YC67-3-1b'], review: 'not-written' },
  { id: 'orphan-support', title: '孤儿、艾滋病病毒感染儿童保障', clauses: ['YC67-1', 'YC67-3-2a'], review: 'monthly-in-yongchuan' },
  { id: 'railway-worker-disability', title: '襄渝铁路伤残民工补助', clauses: ['YC67-1', 'YC67-3-2a'], review: 'monthly-in-yongchuan' },
  { id: 'retrenched-worker-relief', title: '精简退职人员救济', clauses: ['YC67-1', 'YC67-3-2a'], review: 'monthly-in-yongchuan' },
  {
    id: 'old-age-service-subsidies',
    title: '高龄、失能养老服务补贴和特困照料护理补贴',
    clauses: ['YC67-1', 'YC67-3-2a'],
    review: 'monthly-in-yongchuan',
  },
];

/** Indicators Tongliang looks at for people monitored against falling back (TL42-C2e); the common form was not found (TL42-C2f). */
export const MONITORING_INDICATORS: readonly string[] = [
  '共同生活成员',
  '收入',
  '财产',
  '支出',
  '义务教育',
  '基本医疗',
  '住房安全',
  '饮水安全',
  '返贫致贫风险点',
  '劳动能力',
];

const NAMES: ReadonlyMap<string, string> = new Map(RECIPIENT_KINDS.map((kind) => [kind.id, kind.title]));

/** True where what a person says they receive names this kind. */
export function names(receives: readonly string[], kind: string): boolean {
  return receives.length > 0 && receives.some((said) => said === kind || said === NAMES.get(kind));
}
