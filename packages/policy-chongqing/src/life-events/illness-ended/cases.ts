import { type ChangeCase, THREE } from '../case-table.ts';

export const ILLNESS_ENDED_CASES: readonly ChangeCase[] = [
  {
    title: '重病好了',
    clause: 'F2-43',
    because: '1570−60＝1510',
    household: {
      ...THREE,
      members: THREE.members.map((one) => (one.id === 'm1' ? { ...one, illness: 'serious-recognised' as const } : one)),
    },
    answers: { member: 'm1', changes: { illness: 'none' } },
    award: 1570,
    outcome: 'less',
    after: 1510,
  },
];
