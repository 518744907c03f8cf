import { yuanText } from '@assist/policy';
import { dayText, monthText, type WordsOf } from './message-shape.ts';

/** About money. */
export const MONEY_WORDS: WordsOf<'standard-raised' | 'paid' | 'account-needed' | 'given-once'> = {
  'standard-raised': {
    title: '低保标准提高了',
    sentence: ({ office, standardFrom, before, after, from, source }) =>
      `${office}：${standardFrom.slice(0, 4)}年${dayText(standardFrom)}起低保标准变了（${source}），您家重新算过，每月从${yuanText(before)}变成${yuanText(after)}，${dayText(from)}起按新的发。`,
    clauses: ['SAL2026-18', 'MCA57-21', 'MCA57-32'],
    assumption: 'new-standard-by-procedure',
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  paid: {
    title: '这个月的钱发了',
    sentence: ({ office, months, amount, account }) =>
      `${months.map(monthText).join('、')}的待遇一共${yuanText(amount)}，财政说已经发到尾号 ${account} 的账号。过几天还没看到，打${office}的电话问。`,
    clauses: ['MCA57-21'],
    about: 'progress',
    reach: ['wechat'],
  },
  'account-needed': {
    title: '要发给您家的钱，等一个账户',
    sentence: ({ office, bounced }) =>
      bounced
        ? `发给您家的钱，银行退回来了。钱给您家留着，一分不少：换一个能收钱的账户，下一次一起发。在“我的”里换银行卡，或到${office}说一声。`
        : `您家还没有登记收钱的账户。钱给您家留着，一分不少：登记一个，下一次一起发。在“我的”里换银行卡，或到${office}说一声。`,
    clauses: ['MCA57-21'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'given-once': {
    title: '先给的一笔办好了',
    sentence: ({ office, on, amount, small }) =>
      small
        ? `${dayText(on)}，${office}先给您${yuanText(amount)}应急。说明过后再补，不急。没收到，打电话问。`
        : `${dayText(on)}，${office}给您${yuanText(amount)}临时救助。没收到，打电话问。`,
    clauses: ['SAL2026-50', 'SAL2026-29'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
};
