import { type ChangeCase, THREE } from '../case-table.ts';

export const JOB_LOST_CASES: readonly ChangeCase[] = [
  {
    title: '挣钱的人没工作了',
    clause: 'JLP53-6-2',
    because: '770×3＋100＝2410',
    household: THREE,
    answers: { member: 'm1' },
    award: 1510,
    outcome: 'more',
    after: 2410,
  },
];
