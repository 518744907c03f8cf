import { dayText, type WordsOf } from './message-shape.ts';

const HALVES = { morning: '上午', afternoon: '下午' } as const;
const PLACES = { home: '到您家', village: '在村社', office: '在镇街', phone: '打电话', video: '视频' } as const;

/** About being seen once a year. */
export const AUTHENTICATION_WORDS: WordsOf<
  'authentication-counted' | 'authentication-by-helper' | 'authentication-due' | 'visit-arranged'
> = {
  'authentication-counted': {
    title: '今年的认证办好了',
    sentence: ({ who, on, how, nextDue }) =>
      `${who}：${dayText(on)}${how}，已算今年认证。${nextDue ? `${nextDue.slice(0, 4)}年${dayText(nextDue)}以前不用再做。` : '现在什么都不用做。'}`,
    clauses: ['JLP53-5-5a', 'F8-01'],
    about: 'due',
    reach: ['wechat', 'text'],
  },
  'authentication-by-helper': {
    title: '有人帮您办了认证',
    sentence: ({ who, on, by }) => `${who}：${dayText(on)}${by}，办了今年的认证。要是您不知道这件事，打镇街的电话说一声。`,
    clauses: ['JLP53-5-5a', 'JLP53-7-1a'],
    about: 'due',
    reach: ['wechat', 'text'],
  },
  'authentication-due': {
    title: '该见一面了',
    sentence: ({ who, due }) => `${who ?? '家里有人'}到${dayText(due)}就一年没见了。几种办法选一种就行，也可以请人上门。晚了也不停钱。`,
    clauses: ['JLP53-5-5a', 'JLP53-5-5c', 'F8-01', 'F8-08'],
    assumption: 'reminded-30-days-before',
    about: 'due',
    reach: 'ladder',
  },
  'visit-arranged': {
    title: '见面的时间定了',
    sentence: ({ office, who, day, half, where, visitors }) =>
      `${office}：${dayText(day)}${half ? HALVES[half] : ''}${PLACES[where]}见${who}${visitors.length ? `，来的是${visitors.join('、')}` : ''}。来人会报验真码，对得上才是真的。`,
    clauses: ['JLP53-5-5c'],
    about: 'visit',
    reach: 'ladder',
  },
};
