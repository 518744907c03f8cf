import type { EstimatedEffect } from '@assist/contracts';
import { type CivilDate, type Fen, yuanText } from '@assist/policy';
import { clausesIn, type Effect, type Household, type Income, positionOf } from '@assist/policy-chongqing';
import { citations } from '../clause/citations.ts';
import { UNKNOWN_MONTH } from './words.ts';

type Line = EstimatedEffect['working'][number];

const INCOME_NAMES: Readonly<Record<Income['kind'], string>> = {
  wage: '工资',
  'flexible-work': '打零工',
  farming: '种地养殖',
  business: '做生意',
  property: '利息、房租',
  land: '土地流转',
  pension: '养老金',
  'basic-pension': '城乡居民养老金',
  'unemployment-insurance': '失业保险金',
  support: '赡养、抚养费',
  survivor: '遗属补助',
  compensation: '赔偿、补偿',
  gift: '别人给的',
  'social-assistance': '救助金',
  'preferential-treatment': '优抚金',
  scholarship: '助学金',
  other: '别的收入',
};

const perMonth = (amount: number): string => `每月 ${yuanText(amount as Fen)}`;

/** How an estimate comes about, line by line: who brings in what, how much a head, beside which two lines, and what nobody wrote. */
export function workingOf(
  before: Household,
  after: Household,
  names: ReadonlyMap<string, string>,
  today: CivilDate,
  effect: Pick<Effect, 'outcome' | 'amountBefore' | 'amountAfter' | 'taperMonths'>,
): Line[] {
  const lines: Line[] = after.members.map((member) => ({
    title: names.get(member.id) ?? '家里人',
    text: incomeText(member.income),
  }));
  for (const member of before.members)
    if (!after.members.some((one) => one.id === member.id)) lines.push({ title: names.get(member.id) ?? '家里人', text: '不再算在家里' });
  const [was, is] = [positionOf(before, today), positionOf(after, today)];
  const cite = (...ids: string[]) => citations(clausesIn(ids, before.district));
  if (is.state === 'known') {
    if (was.state === 'known' && (was.people !== is.people || was.perCapita !== is.perCapita))
      lines.push({
        title: '变化以前',
        text: `算 ${was.people} 口人，每人${perMonth(was.perCapita)}`,
        clauses: cite('MCA57-7', 'MCA57-13'),
      });
    lines.push({ title: '变化以后', text: `算 ${is.people} 口人，每人${perMonth(is.perCapita)}`, clauses: cite('MCA57-7', 'MCA57-13') });
    lines.push({ title: '低保线', text: `每人${perMonth(is.standard)}`, clauses: cite(...is.clauses.slice(0, 1)) });
    lines.push({
      title: '低保线的 1.5 倍',
      text: `每人${perMonth(is.marginalLine)}`,
      clauses: cite('YM239-1-4a', 'YMF12-1c'),
    });
  }
  if (effect.amountAfter !== undefined && effect.outcome !== 'unchanged')
    lines.push({ title: '一家的低保金', text: `现在${perMonth(effect.amountBefore)}，估算以后${perMonth(effect.amountAfter)}` });
  if (effect.outcome !== 'unchanged' && effect.outcome !== 'ask' && !effect.taperMonths)
    lines.push({ title: '从哪个月起', text: UNKNOWN_MONTH, clauses: cite('SAL2026-48') });
  return lines;
}

function incomeText(income: readonly Income[] | undefined): string {
  if (income === undefined) return '收入还没有说';
  if (income.length === 0) return '没有收入';
  return income
    .map((one) => `${INCOME_NAMES[one.kind]}${one.per === 'month' ? perMonth(one.amount) : `一年 ${yuanText(one.amount)}`}`)
    .join('，');
}
