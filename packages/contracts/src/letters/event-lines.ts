import { RECIPIENTS } from '@assist/policy-chongqing';
import type { RunView } from '../api/staff-procedure-api.ts';
import { yuanWords } from './sums.ts';

type Stored = RunView['events'][number];
const WAYS = { 'at-home': '入户', entrusted: '委托居住地镇街', phone: '电话', video: '视频' } as const;
const LOOKED = { work: '劳动能力', health: '健康', living: '生存状态' } as const;

/** What an event carries, line by line, for the file. */
export function eventLines(stored: Stored, titles: ReadonlyMap<string, string>): string[] {
  const { event } = stored;
  return [
    ...(event.visit
      ? [
          `${WAYS[event.visit.way]}：${event.visit.visitors.join('、')}${event.visit.livesElsewhere ? '（常住外地）' : ''}`,
          ...(event.visit.signedByHousehold ? [`家里签字：${event.visit.signedByHousehold}`] : []),
        ]
      : []),
    ...(event.extension ? [`延长的理由：${titles.get(event.extension) ?? event.extension}`] : []),
    ...(event.survey ?? []).map((one) => `${one.about}：${one.words}`),
    ...(event.ground ? [`理由：${titles.get(event.ground) ?? event.ground}`] : []),
    ...(event.proposal
      ? event.proposal.benefits.length
        ? event.proposal.benefits.map((one) => `${RECIPIENTS[one.kind]}：每月 ${yuanWords(one.amount)}`)
        : ['不给']
      : []),
    ...(event.amount !== undefined ? [`一次给了 ${yuanWords(event.amount)}`] : []),
    ...(event.looked?.length ? [`看了：${event.looked.map((one) => LOOKED[one]).join('、')}`] : []),
    ...(event.conclusion ? [`结论：${titles.get(event.conclusion) ?? event.conclusion}`] : []),
    ...(event.clauses?.length ? [`依据：${event.clauses.join('、')}`] : []),
    ...(event.reason ? [event.reason] : []),
  ];
}

/** Titles of grounds and conclusions as the policy package gives them with the steps. */
export const titlesOf = (run: RunView): ReadonlyMap<string, string> =>
  new Map(run.steps.flatMap((step) => step.asks.flatMap((ask) => (ask.among ?? []).map((one) => [one.id, one.title] as const))));
