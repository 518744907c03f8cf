import type { WordsOf } from './message-shape.ts';

/** About other units: help that was asked for, and what they know. */
export const REFERRAL_WORDS: WordsOf<'referral-asked' | 'referral-sent' | 'referral-ended' | 'check-answered' | 'check-dispute-answered'> =
  {
    'referral-asked': {
      title: '有一样帮助，要不要',
      sentence: ({ office, what }) => `${office}觉得您可能用得上：${what}。要不要您定，打开说一声；不要也不影响现在领的。`,
      clauses: ['JLP53-6-6b', 'JLP53-6-6e'],
      about: 'progress',
      reach: ['wechat', 'text'],
    },
    'referral-sent': {
      title: '给您转过去了',
      sentence: ({ office, what }) => `${office}把“${what}”转过去了。那边怎么说，会告诉您；您什么都不用做。`,
      clauses: ['JLP53-6-6b'],
      about: 'progress',
      reach: ['wechat'],
    },
    'referral-ended': {
      title: '转介的事有结果了',
      sentence: ({ office, what }) => `${office}：“${what}”有结果了，打开看。`,
      clauses: ['JLP53-6-6b', 'JLP53-6-6e'],
      about: 'progress',
      reach: ['wechat', 'text'],
    },
    'check-answered': {
      title: '核对的结果先给您看',
      sentence: ({ office }) => `${office}按您同意的查过了。问了哪里、查来什么，打开就看得到。不对就说不对。`,
      clauses: ['SAL2026-40', 'MCA57-17'],
      about: 'progress',
      reach: ['wechat'],
    },
    'check-dispute-answered': {
      title: '您说查得不对，有回复了',
      sentence: ({ office }) => `${office}核实了您说的，写了回复。打开看。`,
      clauses: ['MCA57-16'],
      about: 'progress',
      reach: ['wechat', 'text'],
    },
  };
