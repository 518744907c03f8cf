import { dayText, type WordsOf } from './message-shape.ts';

/** About what others do in one's name. */
export const HELPERS_WORDS: WordsOf<
  'signed-in-your-name' | 'helper-acted' | 'helped-told' | 'door-recorded' | 'door-answered' | 'helper-changed'
> = {
  'signed-in-your-name': {
    title: '有一份同意是您的名字',
    sentence: ({ who, applicant, on, how }) =>
      `${dayText(on)}，${who}同意镇上为${applicant}的申请查收入和财产（${how}）。不是您同意的，打开点一下“我没同意”，就不查。`,
    clauses: ['SAL2026-40', 'SAL2026-41'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'helper-acted': {
    title: '有人替您办了一步',
    sentence: ({ helper, on, what }) => `${dayText(on)}，${helper}${what}。不是您同意的，打开点一下“我没同意”，先不算，镇街来问您。`,
    clauses: ['YMF12-5a'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'helped-told': {
    title: '您帮的人有新消息',
    sentence: ({ person, what }) => `${person}有一条新消息：${what}。在“我帮的人”里看，和本人说一声。`,
    clauses: ['YMF12-5a'],
    about: 'progress',
    reach: ['wechat'],
  },
  'door-recorded': {
    title: '上门替您记下几样',
    sentence: ({ office }) => `${office}的协理员到过您家，替您记下几样。打开看是什么；不是您的意思，点“我没同意”，镇街会去查。`,
    clauses: ['YMF12-5a', 'JLP53-7-1a'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'door-answered': {
    title: '您说的，镇街查过了',
    sentence: ({ office }) => `您说有一样没同意，${office}去查过了，写了回话。打开看。`,
    clauses: ['JLP53-7-1a'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'helper-changed': {
    title: '帮您办的人有变动',
    sentence: ({ helper, what }) =>
      what === 'accepted'
        ? `${helper}接下了，可以帮您办。每做一步都会告诉您，随时能说不要他帮了。`
        : what === 'stopped'
          ? `${helper}不再帮您办了。填好的都在您这里。`
          : `${helper}先不能再替您办了。镇街会来问您。`,
    clauses: ['YMF12-5a'],
    about: 'progress',
    reach: ['wechat'],
  },
};
