import { type ChangeCase, THREE } from '../case-table.ts';

export const VEHICLE_SOLD_CASES: readonly ChangeCase[] = [
  {
    title: '车报废了',
    clause: 'YM239-1-2a',
    because: '同上',
    household: THREE,
    answers: { assets: { vehicles: [] } },
    award: 1510,
    outcome: 'officer',
    possible: ['unchanged', 'more'],
  },
];
