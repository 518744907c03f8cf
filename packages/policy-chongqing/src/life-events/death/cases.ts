import type { CivilDate } from '@assist/policy';
import { ALONE, type ChangeCase, THREE, WITH_PARENT } from '../case-table.ts';

export const DEATH_CASES: readonly ChangeCase[] = [
  {
    title: '没有收入的老人过世',
    clause: 'YM239-1-3c',
    because: '770×2−900＝640',
    household: WITH_PARENT,
    answers: { member: 'm3', happenedOn: '2025-11-20' as CivilDate },
    award: 1410,
    outcome: 'less',
    after: 640,
    procedures: ['after-death', 'cut'],
  },
  {
    title: '挣钱的人过世，剩下的更需要',
    clause: 'YM239-1-3c',
    because: '770×2＋100＝1640',
    household: THREE,
    answers: { member: 'm1', happenedOn: '2025-11-20' as CivilDate },
    award: 1510,
    outcome: 'more',
    after: 1640,
    procedures: ['after-death', 'raise'],
  },
  {
    title: '独居的人过世，没有人留下',
    clause: 'JLP53-6-4',
    because: '没有人留下才是停发',
    household: ALONE,
    answers: { member: 'm1', happenedOn: '2025-11-20' as CivilDate },
    award: 770,
    outcome: 'stop',
    after: 0,
    procedures: ['after-death', 'stop', 'exit'],
  },
];
