import { type ChangeCase, money, THREE } from '../case-table.ts';

export const LARGE_MEDICAL_BILL_CASES: readonly ChangeCase[] = [
  {
    title: '看病自己付了三万',
    clause: 'F1-27',
    because: '扣多少没有查到，由镇街看',
    household: THREE,
    answers: { member: 'm1', spending: { kind: 'medical', amount: money(30_000), member: 'm1' } },
    award: 1510,
    outcome: 'officer',
    possible: ['unchanged', 'more'],
  },
];
