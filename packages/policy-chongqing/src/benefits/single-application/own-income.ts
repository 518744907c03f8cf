import type { Node, Numbers } from '@assist/policy';
import { ageOn, fen, forOfficer, met, notMet, rule, unknown } from '@assist/policy';
import type { Household, Income, Supporter } from '../../household.ts';
import { BASIC_PENSION } from '../../values/multiples.ts';
import { SUPPORT_LEFT_OUT_AGE } from '../../values/single-application.ts';
import { member, SUPPORTERS } from '../household/facts.ts';
import { incomeOfMember } from '../household/income-of-member.ts';
import { STANDARD } from '../household/line.ts';
import { ID, value } from './forms.ts';

/**
 * The person's own income below the standard. Support from brothers and sisters, or from someone of sixty and over, may be left
 * out (YM239-1-1f): how much is an officer's, so it only widens the range.
 */
export const ownIncome: Node<Household> = rule({
  id: `${ID}/adult-severe/own-income`,
  title: '本人收入低于低保线',
  clauses: ['YM239-1-1e', 'YM239-1-1f', 'F1-15', 'MCA57-13'],
  needs: {
    person: member('id', 'income', 'workCosts'),
    supporters: SUPPORTERS,
    standard: STANDARD,
    pension: value(BASIC_PENSION),
    age: value(SUPPORT_LEFT_OUT_AGE),
  },
  leftToOfficer: '兄弟姐妹或60周岁以上的老人给的供养费，可以视情不算，由工作人员看。',
  sentences: {
    met: '本人每月约 {own}，比低保线 {line}低。',
    'not-met': '本人每月约 {own}，比低保线 {line}高。',
    unknown: '还要问本人有哪些收入、谁在供养。',
    'for-officer/uncertain': '本人每月约 {own}，比目前查到的低保线 {line}高；标准还要工作人员核实。',
    'for-officer/no-standard': '这个地方、这一天的标准没有查到，由工作人员来看。',
    'for-officer': '供养费等要不要算，由工作人员看过再定。',
  },
  decide: ({ person, supporters, standard, pension, age }, on) => {
    if (standard === undefined) return forOfficer({ reason: 'no-standard' });
    const whole = incomeOfMember(person, pension?.value ?? 'open');
    const support = supportOf(person.income);
    const exemptable = support === 0 ? 'no' : mayBeLeftOut(supporters, age?.value, (birth) => ageOn(birth, on));
    const low = whole.low - (exemptable === 'no' ? 0 : support);
    const line = { low: 12 * standard.low.value, high: 12 * standard.high.value };
    const based = [standard.low, standard.high, ...(support === 0 ? [] : [age])];
    const numbers = figures(person.income, whole.likely, whole.high < line.low ? line.low : line.high);
    if (whole.high < line.low) return met({ numbers, based });
    if (low > line.high) return notMet({ numbers, based });
    const missing = [...whole.missing, ...(standard.open ? ['area'] : []), ...(exemptable === 'ask' ? askAbout(supporters) : [])];
    return missing.length > 0 ? unknown(missing, { based }) : forOfficer({ numbers, based });
  },
});

function figures(income: readonly Income[] | undefined, likely: number, line: number): Numbers {
  if (income === undefined) return {};
  return { own: { unit: 'fen-per-month', value: fen(Math.floor(likely / 12)) }, line: { unit: 'fen-per-month', value: fen(line / 12) } };
}

function supportOf(income: readonly Income[] | undefined): number {
  let sum = 0;
  for (const item of income ?? []) if (item.kind === 'support') sum += item.per === 'month' ? item.amount * 12 : item.amount;
  return sum;
}

function mayBeLeftOut(
  supporters: readonly Supporter[] | undefined,
  from: number | undefined,
  ageOf: (birth: NonNullable<Supporter['birthDate']>) => number,
): 'yes' | 'no' | 'ask' {
  if (supporters === undefined) return 'ask';
  let ask = false;
  for (const one of supporters) {
    if (one.relation === 'sibling') return 'yes';
    if (one.birthDate === undefined) ask = true;
    else if (from === undefined || ageOf(one.birthDate) >= from) return 'yes';
  }
  return ask ? 'ask' : 'no';
}

function askAbout(supporters: readonly Supporter[] | undefined): string[] {
  if (supporters === undefined) return ['supporters'];
  return supporters.filter((one) => one.birthDate === undefined).map((one) => `supporters/${one.id}/birthDate`);
}
