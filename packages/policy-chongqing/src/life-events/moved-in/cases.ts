import type { CivilDate } from '@assist/policy';
import { type ChangeCase, newcomer, THREE } from '../case-table.ts';

export const MOVED_IN_CASES: readonly ChangeCase[] = [
  {
    title: '老人搬来一起住',
    clause: 'JLP53-6-2',
    because: '(770×4−900)＋100＝2280',
    household: THREE,
    answers: { joins: newcomer('parent', { birthDate: '1960-01-01' as CivilDate }) },
    award: 1510,
    outcome: 'more',
    after: 2280,
  },
  {
    title: '搬来的亲戚不住在一起，不算一家人',
    clause: 'MCA57-7',
    because: '不算在内，金额不变',
    household: THREE,
    answers: { joins: newcomer('parent', { livesTogether: false, birthDate: '1960-01-01' as CivilDate }) },
    award: 1510,
    outcome: 'unchanged',
    after: 1510,
  },
];
