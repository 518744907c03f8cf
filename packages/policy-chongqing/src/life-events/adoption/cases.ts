import type { CivilDate } from '@assist/policy';
import { type ChangeCase, newcomer, THREE } from '../case-table.ts';

export const ADOPTION_CASES: readonly ChangeCase[] = [
  {
    title: '收养一个上学的孩子',
    clause: 'JLP53-6-2',
    because: '(770×4−900)＋100×2＝2380',
    household: THREE,
    answers: { joins: newcomer('child', { schooling: 'compulsory', birthDate: '2014-01-01' as CivilDate }) },
    award: 1510,
    outcome: 'more',
    after: 2380,
  },
];
