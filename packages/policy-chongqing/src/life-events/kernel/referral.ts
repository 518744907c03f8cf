/** What a change may open beside the allowance. Each is decided by somebody else; the township helps to apply (JLP53-6-6a to 6e). */
export const EVENT_REFERRALS = {
  'category-top-ups': { title: '分类重点救助', clauses: ['JLP53-6-6c', 'F2-43'] },
  'disability-allowances': { title: '残疾人两项补贴', clauses: ['JLP53-6-6d', 'JLP53-6-6e', 'SAL2026-20'] },
  'elderly-allowances': { title: '老年补贴、高龄津贴', clauses: ['JLP53-6-6d', 'JLP53-6-6e', 'SAL2026-20'] },
  'collective-care': { title: '失能老人集中照护', clauses: ['YMF12-15b', 'JLP53-6-6d'] },
  'destitute-support': { title: '特困供养', clauses: ['JLP53-6-6a', 'YMF12-8a'] },
  'single-application': { title: '一个人申请低保', clauses: ['YM239-1-4b', 'YMF12-8b'] },
  'marginal-family': { title: '低保边缘家庭', clauses: ['YMF12-20c', 'YM239-1-4a'] },
  'rigid-expenditure': { title: '刚性支出困难家庭', clauses: ['YMF12-20c', 'YMF12-1d'] },
  'temporary-assistance': { title: '临时救助', clauses: ['YMF12-14a', 'SAL2026-29'] },
  medical: { title: '医疗救助', clauses: ['YMF12-9e', 'JLP53-6-6b'] },
  education: { title: '教育救助，向学校申请', clauses: ['SAL2026-38', 'YMF12-10a', 'JLP53-6-6b'] },
  housing: { title: '住房救助', clauses: ['YMF12-11a', 'YMF12-11b', 'JLP53-6-6b'] },
  employment: { title: '就业帮扶', clauses: ['YMF12-12', 'JLP53-6-6b'] },
  'funeral-relief': { title: '殡葬基本服务费减免', clauses: ['YMF12-16a'] },
  'barrier-free': { title: '无障碍改造', clauses: ['YMF12-16c'] },
} as const;

export type EventReferral = keyof typeof EVENT_REFERRALS;
