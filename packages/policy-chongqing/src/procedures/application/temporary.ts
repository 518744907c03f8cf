import type { Procedure } from '../kernel/procedure.ts';
import { carries, done, needs } from '../kernel/requirement.ts';
import { SENT } from './steps.ts';

const HERE = ['YM239-3-3d', 'YMF12-14a', 'SAL2026-37'];

/** Urgent help on general grounds: no registration, no residence is asked. */
export const TEMPORARY: Procedure = {
  id: 'temporary',
  title: '临时救助',
  canLower: false,
  // A refusal ends with its letter.
  ends: ['paid', 'letter-delivered'],
  decided: { by: 'confirmed', after: ['paid'], clauses: ['SAL2026-44', 'SAL2026-45'] },
  steps: [
    { ...SENT, clocks: ['firstReply'], clauses: HERE },
    { event: 'accepted', by: ['township'], requires: [done('sent', '先有求助', ...HERE)], clauses: HERE },
    { event: 'visited', by: ['township', 'village'], requires: [done('sent', '先有求助', 'SAL2026-43')], clauses: ['SAL2026-43'] },
    {
      event: 'opinion',
      by: ['township'],
      requires: [
        done('accepted', '先受理', 'SAL2026-44'),
        carries('by', '写明是谁提的意见', 'SAL2026-44'),
        carries('reason', '意见里写了原因', 'SAL2026-44'),
      ],
      clauses: ['SAL2026-29', 'SAL2026-44'],
      leftToOfficer: '金额多少、要不要核对收入财产：没有查到现行的区县规定，由工作人员决定并写明。',
    },
    {
      event: 'confirmed',
      by: ['district', 'township'],
      requires: [
        done('opinion', '先有意见', 'SAL2026-44'),
        needs({ ask: 'another-person', than: 'opinion' }, '确认的人不是提意见的人', ['SAL2026-44']),
      ],
      clauses: ['SAL2026-44'],
    },
    {
      event: 'refused',
      by: ['district', 'township'],
      requires: [done('opinion', '先有意见', 'SAL2026-45'), carries('reason', '书面写明原因', 'SAL2026-45')],
      clauses: ['SAL2026-45'],
    },
    {
      event: 'letter-delivered',
      by: ['township'],
      requires: [done('refused', '先有决定', 'SAL2026-45'), carries('remedies', '写明怎么申请复议、提起诉讼', 'SAL2026-76')],
      clauses: ['SAL2026-45', 'SAL2026-76'],
    },
    {
      event: 'paid',
      by: ['township', 'district'],
      requires: [done('confirmed', '已确认', 'SAL2026-29'), carries('amount', '记下金额', 'SAL2026-29')],
      clauses: ['SAL2026-29'],
    },
  ],
};

/** Help first, papers after: no cross-check and no notice stand before the money (F6-01). */
export const SMALL_SUM_FIRST: Procedure = {
  id: 'small-sum-first',
  title: '小额先救助',
  canLower: false,
  ends: ['explained-after'],
  steps: [
    { ...SENT, clocks: ['smallFirst'], clauses: [...HERE, 'YMF12-14b'] },
    {
      event: 'small-sum-paid',
      by: ['township'],
      requires: [
        done('sent', '先有求助', 'SAL2026-50'),
        carries('reason', '记下对象、事由', 'F6-01'),
        carries('amount', '记下金额', 'F6-01'),
      ],
      clauses: ['SAL2026-50', 'YMF12-14b', 'F6-01'],
      leftToOfficer:
        '给多少由镇街定：各区县的限额没有查到（F6-11），国家的说法是不超过一个月低保标准（F6-02）。要不要第二个人确认，也没有查到：先给，过后请另一个人看。',
    },
    {
      event: 'small-sum-seen',
      by: ['township', 'district'],
      requires: [
        done('small-sum-paid', '先救助', 'SAL2026-50'),
        needs({ ask: 'another-person', than: 'small-sum-paid' }, '看的人不是给的人', ['SAL2026-50'], 'small-sum-seen-by-a-second'),
      ],
      clauses: ['SAL2026-50', 'F6-11'],
      leftToOfficer: '钱先给，看在后面：第二个人只看对象、事由、金额记得对不对，不会让钱等。',
    },
    {
      event: 'explained-after',
      by: ['township', 'resident'],
      requires: [
        done('small-sum-paid', '先救助', 'SAL2026-50'),
        needs({ ask: 'done', event: 'small-sum-seen' }, '另一个人看过这一笔', ['SAL2026-50'], 'small-sum-seen-by-a-second'),
        carries('reason', '事后补充说明情况', 'SAL2026-50'),
      ],
      clauses: ['SAL2026-50', 'YMF12-14b'],
    },
  ],
};
