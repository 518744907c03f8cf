import { type ChangeCase, now, THREE } from '../case-table.ts';

export const SUPPORT_CHANGED_CASES: readonly ChangeCase[] = [
  {
    title: '每月赡养费 300',
    clause: 'JLP53-6-3',
    because: '(2310−1200)＋100＝1210',
    household: THREE,
    answers: now('m2', 300, 'support'),
    award: 1510,
    outcome: 'less',
    after: 1210,
  },
  {
    title: '赡养费让人均超过标准，渐退',
    clause: 'JLP53-6-5b',
    because: '2310.01÷3 超过 770',
    household: THREE,
    answers: now('m2', 1410.01, 'support'),
    award: 1510,
    outcome: 'taper',
    after: 1510,
  },
  {
    title: '赡养费差一分到 1.5 倍，渐退',
    clause: 'YM239-1-3b',
    because: '3464.99 低于 3465',
    household: THREE,
    answers: now('m2', 2564.99, 'support'),
    award: 1510,
    outcome: 'taper',
    after: 1510,
  },
  {
    title: '赡养费让人均正好 1.5 倍，不再渐退',
    clause: 'JLP53-6-4',
    because: '3465 不低于 1.5 倍',
    household: THREE,
    answers: now('m2', 2565, 'support'),
    award: 1510,
    outcome: 'stop',
    after: 0,
  },
];
