import { livesElsewhere, WHEN, WHO } from '../kernel/apply.ts';
import type { LifeEvent } from '../kernel/life-event.ts';

/** A spouse and a minor child still count where they live elsewhere (MCA57-7), so that often nothing changes. */
export const MOVED_OUT: LifeEvent = {
  id: 'moved-out',
  title: '有人搬走了',
  group: 'people',
  cause: 'people',
  asks: [WHEN, WHO],
  clauses: ['JLP53-3-3', 'YM239-4-5b', 'SAL2026-46', 'JLP53-6-3', 'MCA57-7', 'YM239-2-1'],
  can: ['more', 'less', 'unchanged', 'stop', 'taper', 'officer', 'ask'],
  ground: 'member-left',
  referrals: [],
  notes: ['配偶和未成年的孩子搬走了，一般仍算一家人。'],
  apply: livesElsewhere,
};
