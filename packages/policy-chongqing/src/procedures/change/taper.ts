import type { Procedure } from '../kernel/procedure.ts';
import { carries, done, needs } from '../kernel/requirement.ts';

const CLAUSES = ['YM239-1-3a', 'YM239-1-3b', 'JLP53-6-5a', 'JLP53-6-5b'];

/** Six months at the old amount; at the end the household is looked at anew and nothing ends by itself. */
export const TAPER: Procedure = {
  id: 'taper',
  title: '渐退期',
  canLower: false,
  ends: ['concluded'],
  steps: [
    { event: 'opened', by: ['township'], requires: [], clauses: CLAUSES },
    {
      event: 'visited',
      by: ['township', 'village', 'other-township'],
      requires: [done('opened', '已经开始办理', ...CLAUSES)],
      clauses: ['JLP53-5-3a', 'MCA57-31'],
    },
    {
      event: 'takes-effect',
      by: ['township', 'district'],
      requires: [done('opened', '已经开始办理', ...CLAUSES), carries('reason', '写明超过标准多少、因为什么', ...CLAUSES)],
      clocks: ['taper'],
      clauses: [...CLAUSES, 'JLP53-6-5c', 'JLP53-6-5d'],
    },
    {
      event: 'concluded',
      by: ['township'],
      requires: [
        needs({ ask: 'done', event: 'takes-effect' }, '渐退期开始过', CLAUSES),
        needs({ ask: 'conclusion-among', of: ['raise', 'cut', 'stop', 'unchanged'] }, '写明期满后的结论', CLAUSES),
      ],
      clauses: CLAUSES,
      leftToOfficer: '期满要重新核算；还超过标准的，另走停发程序，不会自动停。',
    },
  ],
};
