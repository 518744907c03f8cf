import { type ChangeCase, money, THREE } from '../case-table.ts';

export const VEHICLE_BOUGHT_CASES: readonly ChangeCase[] = [
  {
    title: '买了车',
    clause: 'YM239-1-2a',
    because: '同上',
    household: THREE,
    answers: { assets: { vehicles: [{ kind: 'car', presentValue: money(20_000) }] } },
    award: 1510,
    outcome: 'officer',
    possible: ['unchanged', 'stop'],
  },
];
