import { dayText, type MessageParams, type WordsOf } from './message-shape.ts';

const NOT_KEPT: Readonly<Record<MessageParams['not-kept-whole']['what'], (office: string, on: string) => string>> = {
  photo: (office, on) =>
    `您${on}交给${office}的照片，有一张我们没存好，打不开了，是我们的问题。您的事照样办。原件请先留着，${office}会找您再拍一张。`,
  sound: (office, on) => `您${on}说给${office}的话，我们没存好，听不了了，是我们的问题。您写的还在，照样办。`,
  change: (office, on) => `您${on}报给${office}的变化，我们没存全，是我们的问题。请您再报一次；我们记着您${on}就报过。`,
  application: (office, on) =>
    `您${on}交给${office}的申请，我们没存全，是我们的问题。请您再交一次，或打${office}的电话；我们记着您${on}就交过。`,
  answer: (office, on) =>
    `您${on}的申请，后来补给${office}的，我们没存全，是我们的问题。您的事照样办。手里的请先留着，${office}会再问您一次。`,
  number: (office, on) => `您${on}交给${office}的申请还在，照样办。回执上的号换了一个，打开就看得到。`,
};

const HANDLED_AS: Readonly<Record<MessageParams['handled-as']['as'], string>> = {
  application: '低保、低保边缘',
  'application/destitute': '特困供养',
  'application/rigid-expenditure': '看病上学花太多（刚性支出困难家庭）',
};

/** About what was sent to the township: an application and what becomes of it on the way. */
export const APPLICATION_WORDS: WordsOf<
  | 'application-received'
  | 'correction-asked'
  | 'application-accepted'
  | 'clock-extended'
  | 'case-moved'
  | 'handled-as'
  | 'not-kept-whole'
  | 'unsent-ending'
> = {
  'application-received': {
    title: '您的申请收到了',
    sentence: ({ office }) => `${office}收到了您的申请。到了哪一步，这里随时看得到。`,
    clauses: ['SAL2026-63', 'SAL2026-64'],
    about: 'progress',
    reach: ['wechat'],
  },
  'correction-asked': {
    title: '有几样请您补一下',
    sentence: ({ office }) => `${office}看了您的申请，有几样想请您补。要补的一次说全了，找不到的也可以说找不到。`,
    clauses: ['MCA57-10'],
    about: 'progress',
    reach: 'ladder',
  },
  'application-accepted': {
    title: '您的申请受理了',
    sentence: ({ office }) => `${office}受理了您的申请，期限从今天起算。`,
    clauses: ['YM239-3-1a'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'clock-extended': {
    title: '办的时间延长了',
    sentence: ({ office, by, why }) => `${office}把办完的日子延长到${dayText(by)}，原因是：${why}。您什么都不用做，有话随时可以打电话问。`,
    clauses: ['YM239-3-1d', 'MCA57-22'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'case-moved': {
    title: '您家的事换镇街办了',
    sentence: ({ from, to, phone }) =>
      `您家的事从${from}转到${to}办了${phone ? `，电话 ${phone}` : ''}。日子接着算，材料都带过去了，不用再交；每月的钱照旧，不会少发，也不会发两次。`,
    clauses: ['SAL2026-63', 'YM239-4-5b'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'handled-as': {
    title: '您的申请改按另一种办',
    sentence: ({ office, as }) =>
      `${office}看了您家的情况，接下来按${HANDLED_AS[as]}来办。已经交的都算数，不用再交；日子还是从受理那天算起。您有别的想法，打电话说一声就行。`,
    clauses: ['YMF12-5e', 'YMF12-21a'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'not-kept-whole': {
    title: '有一样我们没存好',
    sentence: ({ office, on, what }) => NOT_KEPT[what](office, dayText(on)),
    clauses: ['MCA57-10'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'unsent-ending': {
    title: '没交的，给您留到这几天',
    sentence: ({ what, many, until }) =>
      what === 'draft'
        ? `您没填完的申请，给您留到${dayText(until)}，之后就删掉了。还想办，在那以前打开接着填一点，再留三十天；不办了，什么都不用做。`
        : `您拍好没交的${many}张照片，给您留到${dayText(until)}，之后就删掉了。要用，在那以前打开填申请、交上去；不用了，什么都不用做。`,
    clauses: ['F10-04'],
    assumption: 'told-a-week-before-it-ends',
    about: 'progress',
    reach: ['wechat'],
  },
};
