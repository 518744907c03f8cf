import { civilDate } from '@assist/policy';
import { TONGLIANG } from '../../districts/codes.ts';
import type { Procedure } from '../kernel/procedure.ts';
import { carries, done, needs } from '../kernel/requirement.ts';

/** What a review can come to; cut and stop only open their own procedures, they change no money here. */
export const REVIEW_CONCLUSIONS = ['unchanged', 'raise', 'cut', 'stop', 'taper', 'refer'] as const;

/** The periodic review: cross-check read, doubts settled, at least one visit in the period. */
export const REVIEW: Procedure = {
  id: 'review',
  title: '定期核查',
  canLower: false,
  ends: ['concluded'],
  steps: [
    {
      event: 'opened',
      by: ['township'],
      requires: [carries('periodFrom', '写明核查期从哪天起', 'JLP53-4-0b', 'MCA57-31')],
      clauses: ['JLP53-4-0a', 'MCA57-31', 'YC67-2', 'SAL2026-46'],
    },
    {
      event: 'check-requested',
      by: ['township'],
      requires: [done('opened', '已经开始核查', 'JLP53-5-1a', 'YM239-4-1b')],
      clauses: ['JLP53-5-1a', 'YM239-4-1b', 'YC67-3-2b'],
    },
    {
      event: 'check-done',
      by: ['district'],
      requires: [done('check-requested', '先提请核对', 'YM239-4-1b')],
      clauses: ['JLP53-5-1a', 'YM239-4-1b'],
    },
    {
      event: 'check-read',
      by: ['township'],
      requires: [done('check-done', '核对有了结果', 'YM239-4-1b')],
      clauses: ['JLP53-5-1b', 'YM239-4-1b'],
    },
    {
      event: 'doubted',
      by: ['township', 'district'],
      requires: [done('check-done', '核对有了结果', 'YM239-4-1b')],
      clauses: ['JLP53-5-2a', 'YC67-7-2a', 'MCA57-31'],
    },
    {
      event: 'doubt-settled',
      by: ['township'],
      requires: [done('doubted', '先有疑问', 'MCA57-16'), carries('reason', '写明用什么办法核实的', 'JLP53-5-2a', 'YC67-3-2b', 'MCA57-16')],
      clauses: ['JLP53-5-2a', 'YC67-3-2b', 'YC67-7-2b', 'MCA57-16'],
    },
    {
      event: 'relative-registered',
      by: ['township', 'district'],
      requires: [done('opened', '已经开始核查', 'CQR2016-33')],
      clauses: ['JLP53-5-2b', 'YC67-3-2c', 'CQR2016-33', 'YMF12-22b'],
    },
    {
      event: 'visited',
      by: ['township', 'other-township', 'village'],
      requires: [done('opened', '已经开始核查', 'MCA57-31')],
      clauses: ['JLP53-5-3a', 'JLP53-5-3b', 'JLP53-5-3c', 'JLP53-3-2b', 'MCA57-15'],
    },
    {
      event: 'concluded',
      by: ['township'],
      requires: [
        done('check-read', '核对结果有人看过', 'JLP53-5-1b', 'YM239-4-1b'),
        needs({ ask: 'doubts-settled' }, '疑问都核实过', ['JLP53-5-2a', 'MCA57-16']),
        needs(
          { ask: 'visit', people: 1, inPeriod: true },
          '本核查期内走访过；电话、视频只用于常住外地的人',
          ['JLP53-5-3a', 'JLP53-5-3c', 'MCA57-31'],
          'visit-in-every-review',
        ),
        needs({ ask: 'conclusion-among', of: REVIEW_CONCLUSIONS }, '写明结论', ['YC67-4-0', 'MCA57-31']),
      ],
      clocks: ['reviewYearly', 'reviewHalfYearly'],
      clauses: ['JLP53-6-1', 'YC67-4-0', 'YC67-4-1', 'MCA57-31', 'SAL2026-47'],
      leftToOfficer: '结论是减发或停发的，只是另外开始减发或停发的程序，金额不在这里变。',
    },
  ],
  overlays: [
    {
      district: TONGLIANG,
      from: civilDate('2025-09-08'),
      step: {
        event: 'check-requested',
        by: ['township'],
        requires: [done('opened', '已经开始核查', 'TL42-C2o')],
        clauses: ['TL42-C2o', 'YM239-4-1b'],
        leftToOfficer: '按户核查，别的部门刚核查过的可以共用；多久以内算“刚核查过”，文件没有写。',
      },
    },
  ],
  notes: ['遇到重大突发事件：九龙坡可以延长核实期限（JLP53-4-0b），铜梁要及时核查（TL42-C2n）。延长要写明事件。', '近亲属在保的逐户都查。'],
};
