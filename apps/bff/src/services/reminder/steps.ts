import type { DeclaredAssumption } from '@assist/policy';
import type { REMINDER_STEPS } from '../../db/schema.ts';

export type ReminderStep = (typeof REMINDER_STEPS)[number];

/** Days that a step is given, from the moment its message was delivered (the village's: from when the task is there). */
export const STEP_DAYS: Readonly<Record<Exclude<ReminderStep, 'township'>, number>> = { wechat: 5, text: 5, voice: 3, village: 7 };

/** Days before a person's own date from which they are reminded: as early as it is mentioned on their page. */
export const REMINDED_BEFORE = 30;

/** What no document says and we therefore declare. */
export const REMINDER_ASSUMPTIONS: readonly DeclaredAssumption[] = [
  {
    id: 'reminder-days',
    title: '微信 5 天、短信 5 天、电话 3 天、村社 7 天，都从送到那一刻起算，最后请镇街上门',
    why: '没有文件写怎么提醒、隔几天；没送到的不等，马上换下一种，都没送到就请人去。',
    beside: ['JLP53-5-5c', 'F8-01', 'F8-08'],
  },
  {
    id: 'reminded-30-days-before',
    title: '到日子前 30 天开始提醒，一个人一期只提醒一轮',
    why: '没有文件写提前几天；和页面上提一句的日子一样。',
    beside: ['JLP53-5-5a', 'F8-01'],
  },
  {
    id: 'silence-is-a-bounce',
    title: '一天没有送到的回音，就当没送到',
    why: '分不清的时候多问一次，比没人去要好。',
    beside: ['JLP53-5-5c'],
  },
  {
    id: 'told-a-week-before-it-ends',
    title: '没交的草稿、照片删掉以前，提前七天说一声；没说到的，从说的那天起再留七天',
    why: '没有文件写提前几天；七天里有双休日，够打开接着填。',
    beside: ['F10-04'],
  },
  {
    id: 'no-calls-at-night',
    title: '晚上九点到早上八点不打电话、不发短信',
    why: '没有文件写；不吵老人休息。',
    beside: ['JLP53-5-5c'],
  },
  {
    id: 'told-two-days-before-a-clock',
    title: '期限前两个工作日、到期当天，各告诉居民和镇街一次；渐退期满前 30 天说一次',
    why: '没有文件写提前几天说；早说一声，来得及办。',
    beside: ['SAL2026-63', 'SAL2026-64', 'YM239-1-3a'],
  },
];
