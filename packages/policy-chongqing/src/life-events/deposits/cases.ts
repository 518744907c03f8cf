import { type ChangeCase, money, THREE } from '../case-table.ts';

export const DEPOSITS_CASES: readonly ChangeCase[] = [
  {
    title: '存款多了',
    clause: 'YM239-1-2a',
    because: '同上',
    household: THREE,
    answers: { assets: { financial: money(500_000) } },
    award: 1510,
    outcome: 'officer',
    possible: ['unchanged', 'stop'],
  },
];
