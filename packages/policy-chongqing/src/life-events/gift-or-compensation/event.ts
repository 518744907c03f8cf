import { earns, INCOME, WHEN, WHO } from '../kernel/apply.ts';
import type { LifeEvent } from '../kernel/life-event.ts';

export const GIFT_OR_COMPENSATION: LifeEvent = {
  id: 'gift-or-compensation',
  title: '收到赔偿、补偿或赠送',
  group: 'income',
  cause: 'other-income',
  asks: [WHEN, WHO, INCOME],
  clauses: ['JLP53-3-3', 'YM239-4-5b', 'SAL2026-46', 'JLP53-6-3', 'JLP53-6-5b', 'YM239-1-3b'],
  can: ['unchanged', 'more', 'less', 'stop', 'taper', 'officer', 'ask'],
  referrals: [],
  notes: ['一次拿到的一大笔钱算收入还是算财产，由镇街看。'],
  apply: earns(),
};
