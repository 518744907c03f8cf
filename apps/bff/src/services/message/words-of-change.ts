import { dayText, type WordsOf } from './message-shape.ts';

const CONTACTS = { phone: '手机号', bank: '收钱的账号' } as const;

/** About changes that were told. */
export const CHANGE_WORDS: WordsOf<'change-received' | 'change-opinion' | 'change-settled' | 'contact-change'> = {
  'change-received': {
    title: '您说的变化收到了',
    sentence: ({ office }) => `${office}收到了您说的变化。哪天说的，都记着。`,
    clauses: ['YM239-4-5b'],
    about: 'progress',
    reach: ['wechat'],
  },
  'change-opinion': {
    title: '您说的变化看过了',
    sentence: ({ office }) => `${office}看了您说的变化，写了初步意见。这还不是决定，打开看下一步。`,
    clauses: ['SAL2026-46', 'SAL2026-47', 'SAL2026-48'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'change-settled': {
    title: '您说的变化办好了',
    sentence: ({ office }) => `${office}把您说的变化办好了。打开看结果。`,
    clauses: ['SAL2026-46'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'contact-change': {
    title: '联系方式要改了',
    sentence: ({ what, from }) => `有人给您改${CONTACTS[what]}，${dayText(from)}起用新的。不是您改的，在那以前打镇街的电话说一声，就不改。`,
    clauses: ['SAL2026-11'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
};
