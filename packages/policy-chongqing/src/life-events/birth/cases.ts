import type { CivilDate } from '@assist/policy';
import { untold } from '../../benefits/case-table.ts';
import { type ChangeCase, newcomer, THREE } from '../case-table.ts';

export const BIRTH_CASES: readonly ChangeCase[] = [
  {
    title: '三口之家添了孩子',
    clause: 'JLP53-6-2',
    because: '(770×4−900)＋学生 100＋学龄前 100＝2380',
    household: THREE,
    answers: { joins: newcomer('child', { schooling: 'preschool', birthDate: '2025-11-01' as CivilDate }) },
    award: 1510,
    outcome: 'more',
    after: 2380,
    procedures: ['raise'],
  },
  {
    title: '没说孩子的收入，先问',
    clause: 'SAL2026-46',
    because: '收入没答，不能编数',
    household: THREE,
    answers: { joins: untold(newcomer('child', { schooling: 'preschool', birthDate: '2025-11-01' as CivilDate }), 'income') },
    award: 1510,
    outcome: 'ask',
    procedures: [],
  },
];
