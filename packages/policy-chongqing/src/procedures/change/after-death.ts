import type { Procedure } from '../kernel/procedure.ts';
import { carries, done, needs } from '../kernel/requirement.ts';

/** A death: verified, the person taken out, the household computed anew, all papers done within three months of the day of death. */
export const AFTER_DEATH: Procedure = {
  id: 'after-death',
  title: '家人去世以后',
  canLower: false,
  ends: ['settled'],
  steps: [
    {
      event: 'opened',
      by: ['resident', 'village', 'township', 'district'],
      requires: [],
      clocks: ['afterDeath'],
      clauses: ['YM239-1-3c', 'YC67-7-2e'],
    },
    {
      event: 'death-verified',
      by: ['township', 'district'],
      requires: [done('opened', '先有人报告', 'YM239-1-3c'), carries('reason', '写明凭什么核实的', 'YM239-2-2b')],
      clauses: ['YM239-1-3c', 'YM239-2-2a', 'YM239-2-2b'],
    },
    {
      event: 'recounted',
      by: ['township'],
      requires: [done('death-verified', '核实了去世', 'YM239-1-3c')],
      clauses: ['YM239-1-3c', 'JLP53-6-4', 'MCA57-31'],
    },
    {
      event: 'settled',
      by: ['township', 'district'],
      requires: [
        done('recounted', '重新核算过全家', 'YM239-1-3c'),
        needs({ ask: 'conclusion-among', of: ['raise', 'cut', 'stop', 'unchanged'] }, '写明增、减、停或不变', ['YM239-1-3c']),
      ],
      clauses: ['YM239-1-3c', 'YC67-7-3b'],
      leftToOfficer: '结论是减发或停发的，另走减发或停发的程序；家里还有人符合的，继续保障。',
    },
  ],
};
