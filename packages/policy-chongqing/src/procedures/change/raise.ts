import type { Procedure } from '../kernel/procedure.ts';
import { carries, done, needs } from '../kernel/requirement.ts';

const CLAUSES = ['JLP53-6-2', 'YC67-4-2', 'MCA57-31', 'SAL2026-47'];

/** More money: an opinion, seven days of notice, another person's confirmation. Nobody has to be heard for good news. */
export const RAISE: Procedure = {
  id: 'raise',
  title: '增发',
  canLower: false,
  ends: ['takes-effect', 'closed-unchanged'],
  steps: [
    { event: 'opened', by: ['township'], requires: [], clauses: ['JLP53-4-0a', 'MCA57-31'] },
    {
      event: 'visited',
      by: ['township', 'other-township', 'village'],
      requires: [done('opened', '已经开始办理', 'JLP53-5-3a', 'SAL2026-46')],
      clauses: ['JLP53-5-3a', 'SAL2026-46'],
    },
    {
      event: 'opinion',
      by: ['township'],
      requires: [
        done('opened', '已经开始办理', ...CLAUSES),
        carries('by', '写明是谁提的意见', 'JLP53-2-2', 'SAL2026-44'),
        carries('reason', '意见里写了原因', ...CLAUSES),
      ],
      clauses: CLAUSES,
    },
    {
      event: 'notice-posted',
      by: ['township', 'village'],
      requires: [done('opinion', '先有增发意见', ...CLAUSES)],
      clocks: ['notice'],
      clauses: CLAUSES,
    },
    {
      event: 'objected',
      by: ['resident', 'village', 'township'],
      requires: [done('opinion', '先有意见', 'MCA57-19')],
      clauses: ['MCA57-19'],
    },
    {
      event: 'objection-answered',
      by: ['township', 'district'],
      requires: [done('objected', '先有异议', 'MCA57-19'), carries('reason', '写明怎么核实、结果怎样', 'MCA57-19')],
      clauses: ['MCA57-19'],
    },
    {
      event: 'confirmed',
      by: ['district'],
      requires: [
        needs({ ask: 'days-since', event: 'notice-posted', days: 7 }, '公示满 7 天', CLAUSES, 'notice-before-every-change'),
        needs({ ask: 'objections-answered' }, '收到的异议都已回复', ['MCA57-19']),
        needs({ ask: 'another-person', than: 'opinion' }, '确认的人不是提意见的人', ['JLP53-2-2', 'SAL2026-44']),
      ],
      clauses: [...CLAUSES, 'SAL2026-44'],
    },
    {
      event: 'takes-effect',
      by: ['district', 'township'],
      requires: [
        done('confirmed', '先有区县的确认', ...CLAUSES),
        needs({ ask: 'newest-after', event: 'confirmed', after: 'opinion' }, '确认的是最后一次提的意见', ['SAL2026-44']),
      ],
      clauses: CLAUSES,
    },
    {
      event: 'closed-unchanged',
      by: ['township', 'district'],
      requires: [carries('reason', '写明为什么不变', 'JLP53-6-1', 'YC67-4-1', 'MCA57-31')],
      clauses: ['JLP53-6-1', 'YC67-4-1', 'MCA57-31'],
    },
  ],
};
