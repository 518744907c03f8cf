import { type ChangeCase, THREE } from '../case-table.ts';

export const SCHOOL_BEGUN_CASES: readonly ChangeCase[] = [
  {
    title: '孩子上学了',
    clause: 'F2-43',
    because: '1410＋在校学生 100＝1510',
    household: { ...THREE, members: THREE.members.map((one) => (one.id === 'm3' ? { ...one, schooling: 'none' as const } : one)) },
    answers: { member: 'm3', changes: { schooling: 'compulsory' } },
    award: 1410,
    outcome: 'more',
    after: 1510,
  },
];
