import { type ChangeCase, THREE } from '../case-table.ts';

export const PHONE_CASES: readonly ChangeCase[] = [
  {
    title: '金额不变',
    clause: 'JLP53-6-1',
    because: '人口、收入、财产都没变',
    household: THREE,
    answers: {},
    award: 1510,
    outcome: 'unchanged',
    after: 1510,
    procedures: [],
  },
];
