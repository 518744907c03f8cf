import type { Procedure } from '../kernel/procedure.ts';
import { carries, done, needs } from '../kernel/requirement.ts';

/** What sets an alert off (YM239-2-3b and others); which figures are looked at is the district's to set. */
export const ALERT_INDICATORS = {
  'serious-illness': { title: '重病', clauses: ['YM239-2-3b', 'YMF12-6b'] },
  disability: { title: '残疾', clauses: ['YM239-2-3b', 'YMF12-6b'] },
  schooling: { title: '就学困难', clauses: ['YM239-2-3b', 'YMF12-6b'] },
  unemployment: { title: '失业', clauses: ['YM239-2-3b', 'YMF12-6b'] },
  'monthly-comparison': { title: '与防返贫数据每月比对', clauses: ['YM239-2-3c'], everyMonths: 1 },
  'district-doubt': { title: '区里比对发来的疑点', clauses: ['YC67-7-2a'] },
  'other-platform': { title: '其他平台的预警', clauses: ['TL42-C3b'] },
  'found-on-rounds': { title: '走访时发现', clauses: ['YMF12-2c', 'YMF12-6c', 'YM239-2-3a', 'YC67-7-2d', 'TL42-C3d'] },
} as const;

export type AlertIndicator = keyof typeof ALERT_INDICATORS;

/** The six ends of an alert. None of them changes money: the third only opens a review. */
export const ALERT_ENDS = {
  'policy-not-carried-out': { title: '政策没落实到位，去落实', clauses: ['YMF12-7a', 'YMF12-6e'], opens: undefined },
  'may-qualify': {
    title: '可能符合、没纳入，告知并帮着申请',
    clauses: ['YMF12-7b', 'JLP53-5-4d', 'YMF12-6f', 'YM239-2-4b'],
    opens: 'application',
  },
  'may-no-longer-qualify': { title: '可能不再符合，先核查', clauses: ['YMF12-7c', 'JLP53-5-4c'], opens: 'review' },
  complex: { title: '情形复杂，一事一议', clauses: ['YMF12-7d', 'YM239-2-4d', 'YMF12-14c'], opens: undefined },
  'at-risk': { title: '风险高、暂不符合，继续关注', clauses: ['JLP53-5-4e', 'YMF12-5c'], opens: 'monitoring' },
  'nothing-found': { title: '查了，没有问题', clauses: ['TL42-C3c', 'YMF12-2c'], opens: undefined },
} as const satisfies Record<
  string,
  { title: string; clauses: readonly string[]; opens: 'application' | 'review' | 'monitoring' | undefined }
>;

export type AlertEnd = keyof typeof ALERT_ENDS;

/** An alert is looked at on the spot, judged from three sides, and always ends in one of the six. */
export const ALERT: Procedure = {
  id: 'alert',
  title: '预警处置',
  canLower: false,
  ends: ['concluded'],
  steps: [
    { event: 'opened', by: ['township', 'district', 'village'], requires: [], clauses: ['JLP53-5-4a', 'YMF12-2c', 'YMF12-6a', 'TL42-C3b'] },
    {
      event: 'visited',
      by: ['township', 'village', 'other-township'],
      requires: [done('opened', '先有预警', 'YMF12-2c')],
      clauses: ['JLP53-5-4a', 'YMF12-2c', 'YMF12-6a'],
    },
    {
      event: 'judged',
      by: ['township'],
      requires: [
        needs({ ask: 'visit', people: 1, inPeriod: false }, '上门看过', ['JLP53-5-4a', 'YMF12-2c']),
        needs(
          { ask: 'looked-at', all: ['work', 'health', 'living'] },
          '劳动能力、健康、生存状态三方面都写了',
          ['JLP53-5-4b', 'YMF12-6a'],
          'three-sides-everywhere',
        ),
      ],
      clauses: ['JLP53-5-4b', 'TL42-C3c', 'YMF12-6a'],
    },
    {
      event: 'concluded',
      by: ['township'],
      requires: [
        done('judged', '研判过', 'JLP53-5-4b', 'TL42-C3c', 'YMF12-6a'),
        needs({ ask: 'conclusion-among', of: Object.keys(ALERT_ENDS) }, '六种结果之一', ['YMF12-7a', 'YMF12-7b', 'YMF12-7c', 'YMF12-7d']),
        carries('reason', '写明看到了什么、做了什么', 'TL42-C3c', 'YMF12-6a', 'YMF12-7a'),
      ],
      clauses: ['YMF12-7a', 'YMF12-7b', 'YMF12-7c', 'YMF12-7d', 'JLP53-5-4e', 'TL42-C3c'],
      leftToOfficer: '多久之内要处置，文件只写及时、限时（YMF12-6a、YC67-7-2b），由区县定。',
    },
  ],
};
