import { type ChangeCase, THREE } from '../case-table.ts';

export const RELEASE_CASES: readonly ChangeCase[] = [
  {
    title: '配偶刑满回家',
    clause: 'F1-03',
    because: '(770×3−900)＋100＝1510',
    household: { ...THREE, members: THREE.members.map((one) => (one.id === 'm2' ? { ...one, absence: 'prison' as const } : one)) },
    answers: { member: 'm2' },
    award: 740,
    outcome: 'more',
    after: 1510,
    procedures: ['raise'],
  },
];
