import { ALONE, type ChangeCase, THREE } from '../case-table.ts';

export const IMPRISONMENT_CASES: readonly ChangeCase[] = [
  {
    title: '没有收入的配偶服刑，只去掉这个人',
    clause: 'MCA57-7',
    because: '(770×2−900)＋100＝740',
    household: THREE,
    answers: { member: 'm2' },
    award: 1510,
    outcome: 'less',
    after: 740,
    procedures: ['after-absence', 'cut'],
  },
  {
    title: '挣钱的人服刑，连他的收入一起去掉',
    clause: 'MCA57-7',
    because: '770×2＋100＝1640',
    household: THREE,
    answers: { member: 'm1' },
    award: 1510,
    outcome: 'more',
    after: 1640,
    procedures: ['after-absence', 'raise'],
  },
  {
    title: '一个人的家，服刑',
    clause: 'JLP53-6-4',
    because: '没有人算在内',
    household: ALONE,
    answers: { member: 'm1' },
    award: 770,
    outcome: 'stop',
    after: 0,
    procedures: ['after-absence', 'stop', 'exit'],
  },
];
