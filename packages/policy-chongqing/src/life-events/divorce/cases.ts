import { type ChangeCase, THREE } from '../case-table.ts';

export const DIVORCE_CASES: readonly ChangeCase[] = [
  {
    title: '没有收入的配偶离开',
    clause: 'JLP53-6-3',
    because: '(770×2−900)＋100＝740',
    household: THREE,
    answers: { member: 'm2' },
    award: 1510,
    outcome: 'less',
    after: 740,
  },
  {
    title: '挣钱的人离开，剩下的更需要',
    clause: 'JLP53-6-2',
    because: '770×2＋100＝1640',
    household: THREE,
    answers: { member: 'm1' },
    award: 1510,
    outcome: 'more',
    after: 1640,
  },
];
