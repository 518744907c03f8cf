import { type ChangeCase, now, THREE } from '../case-table.ts';

export const WAGE_DOWN_CASES: readonly ChangeCase[] = [
  {
    title: '工资降到 600',
    clause: 'JLP53-6-2',
    because: '(2310−600)＋100＝1810',
    household: THREE,
    answers: now('m1', 600, 'wage'),
    award: 1510,
    outcome: 'more',
    after: 1810,
    procedures: ['raise'],
  },
];
