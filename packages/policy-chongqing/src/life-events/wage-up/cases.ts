import { type ChangeCase, now, THREE } from '../case-table.ts';

export const WAGE_UP_CASES: readonly ChangeCase[] = [
  {
    title: '人均 800，渐退',
    clause: 'YM239-1-3b',
    because: '2400÷3＝800，在 770 和 1155 之间',
    household: THREE,
    answers: now('m1', 2400, 'wage'),
    award: 1510,
    outcome: 'taper',
    after: 1510,
  },
  {
    title: '差一分到 1.5 倍，渐退',
    clause: 'JLP53-6-5b',
    because: '3464.99 低于 1155×3＝3465',
    household: THREE,
    answers: now('m1', 3464.99, 'wage'),
    award: 1510,
    outcome: 'taper',
    after: 1510,
  },
  {
    title: '正好 1.5 倍，由镇街看',
    clause: 'JLP53-6-5b',
    because: '3465 不低于 1.5 倍；涨工资算不算就业后没写',
    household: THREE,
    answers: now('m1', 3465, 'wage'),
    award: 1510,
    outcome: 'officer',
    possible: ['taper', 'stop'],
  },
  {
    title: '涨到 1200，仍在标准以下',
    clause: 'JLP53-6-3',
    because: '(2310−1200)＋100＝1210',
    household: THREE,
    answers: now('m1', 1200, 'wage'),
    award: 1510,
    outcome: 'less',
    after: 1210,
  },
];
