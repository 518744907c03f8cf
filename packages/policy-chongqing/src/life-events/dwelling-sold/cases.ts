import { type ChangeCase, THREE } from '../case-table.ts';

export const DWELLING_SOLD_CASES: readonly ChangeCase[] = [
  {
    title: '卖了房',
    clause: 'YM239-1-2a',
    because: '同上',
    household: THREE,
    answers: { assets: { dwellings: [] } },
    award: 1510,
    outcome: 'officer',
    possible: ['unchanged', 'more'],
  },
];
