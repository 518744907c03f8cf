import { type ChangeCase, money, THREE } from '../case-table.ts';

export const LARGE_SCHOOL_BILL_CASES: readonly ChangeCase[] = [
  {
    title: '交了学费，低保不变',
    clause: 'JLP53-6-1',
    because: '收入、人口没变，金额不变',
    household: THREE,
    answers: { member: 'm3', spending: { kind: 'education', amount: money(8_000), member: 'm3' } },
    award: 1510,
    outcome: 'unchanged',
    after: 1510,
  },
];
