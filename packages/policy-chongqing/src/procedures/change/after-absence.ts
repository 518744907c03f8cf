import type { Procedure } from '../kernel/procedure.ts';
import { carries, done, needs } from '../kernel/requirement.ts';

const CLAUSES = ['JLP53-6-4', 'MCA57-7'];

/**
 * Prison, compulsory detoxification, declared missing: verified, that person alone out of the count at once, the household computed anew.
 * No document sets a number of days, so no clock runs: the township's own promise of a reply stands on its item.
 */
export const AFTER_ABSENCE: Procedure = {
  id: 'after-absence',
  title: '家人服刑、强制隔离戒毒、宣告失踪以后',
  canLower: false,
  ends: ['settled'],
  steps: [
    {
      event: 'opened',
      by: ['resident', 'village', 'township', 'district'],
      requires: [],
      clauses: [...CLAUSES, 'YM239-4-5b'],
    },
    {
      event: 'absence-verified',
      by: ['township', 'district'],
      requires: [done('opened', '先有人报告', ...CLAUSES), carries('reason', '写明凭什么核实的', 'YM239-1-1b')],
      clauses: CLAUSES,
      leftToOfficer: '只是这个人不算在内；凭判决书、决定书还是别的核实，文件没有写，由工作人员写明。',
    },
    {
      event: 'recounted',
      by: ['township'],
      requires: [done('absence-verified', '核实过这个人不在家里', ...CLAUSES)],
      clauses: [...CLAUSES, 'MCA57-31'],
    },
    {
      event: 'settled',
      by: ['township', 'district'],
      requires: [
        done('recounted', '重新核算过全家', ...CLAUSES),
        needs({ ask: 'conclusion-among', of: ['raise', 'cut', 'stop', 'unchanged'] }, '写明增、减、停或不变', CLAUSES),
      ],
      clauses: CLAUSES,
      leftToOfficer: '结论是减发或停发的，另走减发或停发的程序；家里其他人符合的，继续保障。',
    },
  ],
  notes: ['只去掉这一个人，家里其他人接着保障。人回来了，报一声就重新算进来。'],
};
