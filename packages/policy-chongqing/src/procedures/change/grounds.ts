/** The grounds on which money may become less or end. The list is the documents' (JLP53-6-3, 6-4; YC67-4-3; DESTITUTE2021-24) and closed. */
export const GROUNDS = {
  'member-left': { title: '家里少了人', clauses: ['JLP53-6-3'], leads: ['cut', 'stop'] },
  'income-or-property-up': { title: '收入或财产增加，仍然符合', clauses: ['JLP53-6-3'], leads: ['cut'] },
  'no-longer-qualifies': { title: '收入或财产增加，不再符合', clauses: ['JLP53-6-4', 'YM239-4-5d'], leads: ['stop'] },
  died: { title: '有人去世', clauses: ['JLP53-6-4', 'YM239-1-3c'], leads: ['cut', 'stop'] },
  imprisoned: { title: '有人在监狱服刑', clauses: ['JLP53-6-4', 'MCA57-7'], leads: ['cut', 'stop'] },
  'compulsory-detoxification': { title: '有人在强制隔离戒毒', clauses: ['JLP53-6-4', 'MCA57-7'], leads: ['cut', 'stop'] },
  'declared-missing': { title: '有人被宣告失踪', clauses: ['JLP53-6-4', 'MCA57-7'], leads: ['cut', 'stop'] },
  'taper-ended': { title: '渐退期满，仍然超过标准', clauses: ['JLP53-6-5a', 'JLP53-6-5b', 'JLP53-6-4'], leads: ['stop'] },
  'refused-work-three-times': { title: '有能力工作的人连续三次无正当理由不接受合适的工作', clauses: ['MCA57-34'], leads: ['cut', 'stop'] },
  'asked-to-leave': { title: '本人自愿退出', clauses: ['DESTITUTE2021-24'], leads: ['stop'] },
  'obtained-by-deceit': { title: '查实虚报、隐瞒、伪造', clauses: ['YM239-4-5d'], leads: ['cut', 'stop'] },
} as const satisfies Record<string, { title: string; clauses: readonly string[]; leads: readonly ('cut' | 'stop')[] }>;

export type GroundId = keyof typeof GROUNDS;

/** Grounds of one person: that person leaves the count and the household is computed anew. */
export const PERSON_GROUNDS: readonly GroundId[] = ['died', 'imprisoned', 'compulsory-detoxification', 'declared-missing'];

export function groundsFor(end: 'cut' | 'stop'): readonly GroundId[] {
  return (Object.keys(GROUNDS) as GroundId[]).filter((id) => (GROUNDS[id].leads as readonly string[]).includes(end));
}
