import { yuanText } from '@assist/policy';
import { CHANGE_CASES } from '../life-events/all-cases.ts';
import { CASES_ON, money } from '../life-events/case-table.ts';
import { EVENT_REFERRALS, effectOf, type LifeEvent, OUTCOMES } from '../life-events/index.ts';
import { CLOCK_RULES, GROUNDS, procedure } from '../procedures/index.ts';
import { citedClauses, codes, list, page, table } from './markdown.ts';
import { periodText } from './period-text.ts';

/** A life event as a civil servant reviews it: what is asked, what can come of it, by which steps, with its worked cases. */
export function lifeEventPage(event: LifeEvent): string {
  const referrals = event.referrals.map((id) => `${EVENT_REFERRALS[id].title} ${codes(EVENT_REFERRALS[id].clauses)}`);
  const cited = [
    ...event.clauses,
    ...event.can.flatMap((id) => OUTCOMES[id].clauses),
    ...event.referrals.flatMap((id) => EVENT_REFERRALS[id].clauses),
  ];
  return page(event.title, [
    ['', `编号 \`${event.id}\`${event.ground ? `；减发、停发写的理由：${GROUNDS[event.ground].title}` : ''}`],
    ['问什么', list(event.asks.map((ask) => `${ask.title}${ask.optional ? '（可以不答）' : ''}`)) || '什么都不用问。'],
    [
      '可能的结果',
      table(
        ['结果', '走什么程序', '条款'],
        event.can.map((id) => [OUTCOMES[id].title, procedureNames(OUTCOMES[id].procedures), codes(OUTCOMES[id].clauses)]),
      ),
    ],
    ['一定会开的程序', list((event.opens ?? []).map((id) => procedure(id)?.title ?? id))],
    [
      '期限',
      list(
        (event.clocks ?? []).map(
          (name) => `${CLOCK_RULES[name].title}：${periodText(CLOCK_RULES[name].period)} ${codes(CLOCK_RULES[name].clauses)}`,
        ),
      ),
    ],
    ['一起看的别的帮助', list(referrals)],
    ['说明', list(event.notes ?? [])],
    ['案例（大足区城镇，2025-12-01，标准 770 元，1.5 倍 1155 元）', casesTable(event)],
    ['条款', citedClauses(cited)],
  ]);
}

function casesTable(event: LifeEvent): string {
  const rows = (CHANGE_CASES[event.id] ?? []).map((one) => {
    const effect = effectOf({
      event,
      household: one.household,
      answers: one.answers,
      award: money(one.award),
      on: CASES_ON,
      ...(one.taperUntil ? { taperUntil: one.taperUntil } : {}),
    });
    const outcome =
      OUTCOMES[effect.outcome].title + (effect.possible ? `（${effect.possible.map((id) => OUTCOMES[id].title).join('、')}）` : '');
    return [
      one.title,
      `\`${one.clause}\``,
      one.because,
      yuanText(effect.amountBefore),
      outcome,
      effect.amountAfter === undefined ? '由人定' : yuanText(effect.amountAfter),
      effect.sentence,
    ];
  });
  return table(['案例', '条款', '怎么得出', '现在每月', '结果', '以后每月（估算）', '对居民说'], rows);
}

function procedureNames(ids: readonly string[]): string {
  return ids.map((id) => procedure(id)?.title ?? id).join('，') || '不用走程序';
}
