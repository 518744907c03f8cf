import { type ChangeCase, THREE } from '../case-table.ts';

export const DISABILITY_ENDED_CASES: readonly ChangeCase[] = [
  {
    title: '二级改成三级',
    clause: 'F2-43',
    because: '1610−60＝1550',
    household: {
      ...THREE,
      members: THREE.members.map((one) =>
        one.id === 'm2' ? { ...one, disability: { category: 'physical' as const, grade: 2 as const } } : one,
      ),
    },
    answers: { member: 'm2', changes: { disability: { category: 'physical', grade: 3 } } },
    award: 1610,
    outcome: 'less',
    after: 1550,
  },
  {
    title: '残疾证注销了',
    clause: 'F2-43',
    because: '1610−100＝1510',
    household: {
      ...THREE,
      members: THREE.members.map((one) =>
        one.id === 'm2' ? { ...one, disability: { category: 'physical' as const, grade: 2 as const } } : one,
      ),
    },
    answers: { member: 'm2', changes: { disability: false } },
    award: 1610,
    outcome: 'less',
    after: 1510,
  },
];
