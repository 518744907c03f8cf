import type { CivilDate } from '@assist/policy';
import { type ChangeCase, THREE } from '../case-table.ts';

export const SCHOOL_ENDED_CASES: readonly ChangeCase[] = [
  {
    title: '孩子不上学了',
    clause: 'F2-43',
    because: '1510−100＝1410',
    household: THREE,
    answers: { member: 'm3', changes: { schooling: 'none' } },
    award: 1510,
    outcome: 'less',
    after: 1410,
  },
  {
    title: '成年的孩子毕业、不住家里，不再算一家人',
    clause: 'MCA57-7',
    because: '770×2−900＝640',
    household: {
      ...THREE,
      members: THREE.members.map((one) =>
        one.id === 'm3'
          ? { ...one, birthDate: '2003-01-01' as CivilDate, schooling: 'full-time-undergraduate-or-below' as const, livesTogether: false }
          : one,
      ),
    },
    answers: { member: 'm3', changes: { schooling: 'none' } },
    award: 1510,
    outcome: 'less',
    after: 640,
  },
];
