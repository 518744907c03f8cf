import type { AuthenticationView } from '@assist/contracts';
import { dayText } from '../../platform/dates.ts';

/** With the year: a letter is read years later. */
const withYear = (day: string): string => dayText(day, '0000');

/** What the letter says. Where it is not this person's own doing, who did it is told, and what to do if it was not so. */
export function letterLines({ state, on, by, nextDue }: AuthenticationView): {
  readonly heading: string;
  readonly lines: readonly string[];
} {
  if (state !== 'counted')
    return {
      heading: '您的认证收到了',
      lines: ['镇上会去核一下，您不用再做什么。', '核的时候钱照发。没有认证，也不会因为这个停钱。', '办这件事不收钱。'],
    };
  return {
    heading: '今年的认证办好了',
    lines: [
      `${withYear(on)}，您的认证办好了（${by}）。`,
      ...(nextDue ? [`下次在${withYear(nextDue)}前后，到时我们会来找您。`] : []),
      '现在什么都不用做。没有认证，也不会因为这个停钱。',
      '办这件事不收钱，也没有人会要您的银行卡密码。',
      '如果那天没有人见过您、帮过您，请告诉我们。',
    ],
  };
}
