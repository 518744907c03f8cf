import { type ChangeCase, THREE, WITH_PARENT } from '../case-table.ts';

export const MOVED_OUT_CASES: readonly ChangeCase[] = [
  {
    title: '老人搬走',
    clause: 'JLP53-6-3',
    because: '770×2−900＝640',
    household: WITH_PARENT,
    answers: { member: 'm3' },
    award: 1410,
    outcome: 'less',
    after: 640,
  },
  {
    title: '未成年的孩子住到别处，仍是一家人',
    clause: 'MCA57-7',
    because: '未成年子女照样算，1510 不变',
    household: THREE,
    answers: { member: 'm3' },
    award: 1510,
    outcome: 'unchanged',
    after: 1510,
  },
  {
    title: '配偶去外地住，仍是一家人',
    clause: 'MCA57-7',
    because: '配偶照样算，1510 不变',
    household: THREE,
    answers: { member: 'm2' },
    award: 1510,
    outcome: 'unchanged',
    after: 1510,
  },
];
