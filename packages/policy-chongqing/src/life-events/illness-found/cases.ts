import { type ChangeCase, THREE } from '../case-table.ts';

export const ILLNESS_FOUND_CASES: readonly ChangeCase[] = [
  {
    title: '得了认定的重特大疾病',
    clause: 'F2-43',
    because: '1510＋60＝1570',
    household: THREE,
    answers: { member: 'm1', changes: { illness: 'serious-recognised' } },
    award: 1510,
    outcome: 'more',
    after: 1570,
  },
  {
    title: '还没认定的病，先不算',
    clause: 'F2-43',
    because: '要认定的才算，1510 不变',
    household: THREE,
    answers: { member: 'm1', changes: { illness: 'serious-not-recognised' } },
    award: 1510,
    outcome: 'unchanged',
    after: 1510,
  },
];
