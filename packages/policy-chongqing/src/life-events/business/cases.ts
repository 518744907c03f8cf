import { type ChangeCase, now, THREE } from '../case-table.ts';

export const BUSINESS_CASES: readonly ChangeCase[] = [
  {
    title: '小生意每月 1500，渐退',
    clause: 'YM239-1-3b',
    because: '2400÷3＝800',
    household: THREE,
    answers: now('m2', 1500, 'business'),
    award: 1510,
    outcome: 'taper',
    after: 1510,
  },
  {
    title: '小生意每月 4000，由镇街看',
    clause: 'YM239-1-3a',
    because: '4900÷3 超过 1155；算不算就业后没写',
    household: THREE,
    answers: now('m2', 4000, 'business'),
    award: 1510,
    outcome: 'officer',
    possible: ['taper', 'stop'],
  },
];
