import { dayText, type WordsOf } from './message-shape.ts';

/** About opinions, decisions and their days. */
export const DECISION_WORDS: WordsOf<
  | 'decision-opinion'
  | 'decision-notice'
  | 'decision-confirmed'
  | 'decision-refused'
  | 'decision-letter'
  | 'decision-effect'
  | 'decision-due-soon'
  | 'decision-due'
  | 'objection-answered'
  | 'voice-answered'
  | 'taper-begun'
  | 'taper-ending'
> = {
  'decision-opinion': {
    title: '镇街写了意见',
    sentence: ({ office }) => `${office}写了意见。这还不是决定：打开看是什么、为什么，有话可以说。`,
    clauses: ['SAL2026-44', 'SAL2026-48'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'decision-notice': {
    title: '意见公示了',
    sentence: ({ office }) => `${office}把意见公示 7 天，只写姓名、几口人、金额。有不同意见，打开就能说。`,
    clauses: ['YM239-3-2a', 'MCA57-19', 'YM239-3-2c'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'decision-confirmed': {
    title: '看过了，定了',
    sentence: () => '意见确认了。怎么定的、不服怎么办，打开看。',
    clauses: ['SAL2026-44', 'SAL2026-76'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'decision-refused': {
    title: '这次没有确认',
    sentence: () => '这次没有确认。原因、依据打开看；不服怎么办也写着，以后随时可以再申请。',
    clauses: ['SAL2026-45', 'MCA57-21', 'SAL2026-76'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'decision-letter': {
    title: '书面决定送到了',
    sentence: ({ office }) => `${office}记下：书面决定送到了。没拿到，打镇街的电话说一声。`,
    clauses: ['SAL2026-45', 'SAL2026-48'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'decision-effect': {
    title: '下个月起按新的',
    sentence: ({ office }) => `${office}：从下个月起按新的办。以前的不受影响，打开看明细。`,
    clauses: ['MCA57-21', 'MCA57-32'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'decision-due-soon': {
    title: '您的事快到日子了',
    sentence: ({ office, by, what }) => `${office}要在${dayText(by)}以前办完“${what}”这一步，我们也提醒了他们。您什么都不用做。`,
    clauses: ['SAL2026-63', 'SAL2026-64'],
    assumption: 'told-two-days-before-a-clock',
    about: 'progress',
    reach: ['wechat'],
  },
  'decision-due': {
    title: '您的事到日子了',
    sentence: ({ office, by, what }) => `“${what}”这一步到${dayText(by)}该办完了，我们催了${office}。您可以打电话问，也可以什么都不做。`,
    clauses: ['SAL2026-63', 'SAL2026-64'],
    assumption: 'told-two-days-before-a-clock',
    about: 'progress',
    reach: ['wechat'],
  },
  'objection-answered': {
    title: '您的意见有回复了',
    sentence: ({ office }) => `${office}核实了您说的，写了回复。打开看。`,
    clauses: ['MCA57-19'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'voice-answered': {
    title: '有一份回复',
    // Neither what it was nor about whom, in the clause's words neither: another person may hold this phone.
    sentence: ({ office }) => `${office}有一份回复给您。打开，写上号和口令就看得到。`,
    clauses: ['SAL2026-64'],
    about: 'progress',
    reach: ['wechat'],
  },
  'taper-begun': {
    title: '钱先照发（渐退期）',
    sentence: ({ office, from, until }) =>
      `${office}：${from.slice(0, 4)}年${dayText(from)}到${until.slice(0, 4)}年${dayText(until)}，钱照原来的发（渐退期）。到期以前会再看一次。`,
    clauses: ['YM239-1-3a', 'JLP53-6-5a'],
    about: 'progress',
    reach: ['wechat', 'text'],
  },
  'taper-ending': {
    title: '照发的日子快满了（渐退期）',
    sentence: ({ office, until }) =>
      `到${until.slice(0, 4)}年${dayText(until)}，照原来发的日子就满了（渐退期）。${office}会重新看您家的情况，先听您怎么说。有变化现在就可以说。`,
    clauses: ['YM239-1-3a', 'JLP53-6-5a', 'SAL2026-48'],
    assumption: 'told-two-days-before-a-clock',
    about: 'progress',
    reach: ['wechat', 'text'],
  },
};
