import { type ChangeCase, THREE } from '../case-table.ts';

export const DISABILITY_FOUND_CASES: readonly ChangeCase[] = [
  {
    title: '办了二级残疾证',
    clause: 'F2-43',
    because: '1510＋重残 60＋残疾 40＝1610',
    household: THREE,
    answers: { member: 'm2', changes: { disability: { category: 'physical', grade: 2 } } },
    award: 1510,
    outcome: 'more',
    after: 1610,
  },
  {
    title: '办了三级残疾证',
    clause: 'F2-43',
    because: '1510＋残疾 40＝1550',
    household: THREE,
    answers: { member: 'm2', changes: { disability: { category: 'physical', grade: 3 } } },
    award: 1510,
    outcome: 'more',
    after: 1550,
  },
];
