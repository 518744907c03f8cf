import { ALONE, type ChangeCase } from '../case-table.ts';

export const SELF_CARE_CHANGED_CASES: readonly ChangeCase[] = [
  {
    title: '以前自己穿衣走路，现在要人扶',
    clause: 'DESTITUTE2021-23',
    because: '要重新评估，由人来看；哪一档多少钱，没有一句能照着算',
    household: ALONE,
    answers: { member: 'm1' },
    award: 770,
    outcome: 'officer',
    possible: ['unchanged', 'more', 'less'],
  },
];
