import type { IncomeKind } from '../../household.ts';
import type { Case } from '../case-table.ts';
import { day, family, IN_2025, monthly, person, untold, yearly, yuan } from '../case-table.ts';

const NODE = 'subsistence-allowance/income';
const base = { on: IN_2025, node: NODE };

/** One person with 700 of a sure kind and 100 of the kind looked at: 800 is above 770, 700 below. */
const and = (kind: IncomeKind) => family([person('m1', { income: [monthly(700), monthly(100, kind)] })]);

function countsAs(kind: IncomeKind, name: string, clause = 'MCA57-13'): Case {
  return {
    ...base,
    title: `${name}算收入`,
    clause,
    because: '700＋100＝800，高于770',
    household: and(kind),
    verdict: 'not-met',
    yuan: { perCapita: 800 },
  };
}
function leftOut(kind: IncomeKind, name: string): Case {
  return {
    ...base,
    title: `${name}不算收入`,
    clause: 'MCA57-13',
    because: '100 不算，只有 700，低于770',
    household: and(kind),
    verdict: 'met',
    yuan: { perCapita: 700 },
  };
}

const working = (wage: number, costs: number | undefined) => {
  const one = person('m1', { income: [monthly(wage, 'wage')], ...(costs === undefined ? {} : { workCosts: yuan(costs) }) });
  return family([costs === undefined ? untold(one, 'workCosts') : one]);
};
const pensionOnly = family([person('m1', { income: [monthly(700), monthly(100, 'basic-pension')] })]);
const illWith = (medical: number) =>
  family([person('m1', { income: [monthly(800)], illness: 'long-term' })], { spending: [{ kind: 'medical', amount: yuan(medical) }] });

export const INCOME_CASES: readonly Case[] = [
  countsAs('wage', '工资'),
  countsAs('flexible-work', '零工'),
  countsAs('farming', '种养的净收入'),
  countsAs('business', '做生意的净收入'),
  countsAs('property', '租金、利息'),
  countsAs('land', '土地流转'),
  countsAs('pension', '退休金', 'F1-22'),
  countsAs('unemployment-insurance', '失业保险金', 'F1-22'),
  countsAs('support', '赡养费', 'F1-22'),
  countsAs('survivor', '遗属补助', 'F1-22'),
  countsAs('compensation', '赔偿', 'F1-22'),
  countsAs('gift', '亲友赠送', 'F1-22'),
  leftOut('social-assistance', '政府救助的钱物'),
  leftOut('preferential-treatment', '优待抚恤金'),
  leftOut('scholarship', '奖学金'),
  {
    ...base,
    title: '基础养老金在2025年不算',
    clause: 'F1-25',
    because: '2025年12月31日以前不计入，只有 700',
    on: day('2025-12-31'),
    household: pensionOnly,
    verdict: 'met',
    yuan: { perCapita: 700 },
  },
  {
    ...base,
    title: '基础养老金从2026年起没有说法',
    clause: 'F1-25',
    because: '原文只管到2025年底；算是800、不算是700，由人来定',
    on: day('2026-01-01'),
    household: pensionOnly,
    verdict: 'for-officer',
    reason: 'discretion',
  },
  {
    ...base,
    title: '说不清的收入，算和不算跨过线',
    clause: 'F1-26',
    because: '市里不算收入的清单没有找到；算是800、不算是700',
    household: and('other'),
    verdict: 'for-officer',
    reason: 'discretion',
  },
  {
    ...base,
    title: '说不清的收入，不算也超过线',
    clause: 'F1-26',
    because: '不算也有 780，高于770',
    household: family([person('m1', { income: [monthly(780), monthly(100, 'other')] })]),
    verdict: 'not-met',
  },
  {
    ...base,
    title: '说不清的收入，算上也低于线',
    clause: 'F1-26',
    because: '算上 769.99，低于770',
    household: family([person('m1', { income: [monthly(700), monthly(69.99, 'other')] })]),
    verdict: 'met',
  },
  {
    ...base,
    title: '一年的收入按十二个月摊',
    clause: 'F1-30',
    because: '9239.88÷12＝769.99，低于770',
    household: family([person('m1', { income: [yearly(9239.88, 'farming')] })]),
    verdict: 'met',
    yuan: { perCapita: 769.99 },
  },
  {
    ...base,
    title: '一年的收入正好是线的十二倍',
    clause: 'F1-30',
    because: '9240÷12＝770，正好相等',
    household: family([person('m1', { income: [yearly(9240, 'farming')] })]),
    verdict: 'for-officer',
    reason: 'at-line',
  },
  {
    ...base,
    title: '一年只多一分钱也是多',
    clause: 'F1-30',
    because: '9240.01÷12 比 770 多不到一分，仍是高于；摊到人显示为770.01',
    household: family([person('m1', { income: [yearly(9240.01, 'farming')] })]),
    verdict: 'not-met',
    yuan: { perCapita: 770.01 },
  },
  {
    ...base,
    title: '上班开销要扣，扣了就低于线',
    clause: 'F1-27',
    because: '工资 800、开销 100：扣不扣、扣多少由人定，700 到 800 跨过线',
    household: working(800, 100),
    verdict: 'for-officer',
    reason: 'discretion',
  },
  {
    ...base,
    title: '不扣上班开销也低于线',
    clause: 'F1-27',
    because: '769.99 不扣也低于 770',
    household: working(769.99, 100),
    verdict: 'met',
  },
  {
    ...base,
    title: '上班开销全扣也高于线',
    clause: 'F1-27',
    because: '900−129.99＝770.01，高于770',
    household: working(900, 129.99),
    verdict: 'not-met',
  },
  {
    ...base,
    title: '没说上班开销，工资高于线，要问',
    clause: 'F1-27',
    because: '开销多大不知道，扣了可能低于线',
    household: working(800, undefined),
    verdict: 'unknown',
    missing: ['members/m1/workCosts'],
  },
  {
    ...base,
    title: '没说上班开销，工资本来就低于线，不用问',
    clause: 'F1-27',
    because: '700 再扣只会更低',
    household: working(700, undefined),
    verdict: 'met',
  },
  {
    ...base,
    title: '上班开销比工资还多，也不会扣到别的收入',
    clause: 'MCA57-13',
    because: '工资100开销500，工资最多扣到0；另有退休金771，高于770',
    household: family([person('m1', { income: [monthly(100, 'wage'), monthly(771)], workCosts: yuan(500) })]),
    verdict: 'not-met',
  },
  {
    ...base,
    title: '生病多花的钱可以扣一些，扣了可能低于线',
    clause: 'F1-27',
    because: '每月 800；一年看病 361 元，摊到每月 30.08，800−30.08＝769.92，跨过线',
    household: illWith(361),
    verdict: 'for-officer',
    reason: 'discretion',
  },
  {
    ...base,
    title: '生病多花的钱全扣也高于线',
    clause: 'F1-27',
    because: '一年看病 359 元，摊到每月 29.92，800−29.92＝770.08，高于770',
    household: illWith(359),
    verdict: 'not-met',
  },
  {
    ...base,
    title: '没有病人和残疾人，看病的钱不扣',
    clause: 'F1-27',
    because: '可以扣的是因残疾、重病多花的钱；家里没有这样的人',
    household: family([person('m1', { income: [monthly(800)] })], { spending: [{ kind: 'medical', amount: yuan(50_000) }] }),
    verdict: 'not-met',
  },
  {
    ...base,
    title: '有病人、没说花了多少，要问',
    clause: 'F1-27',
    because: '花多少不知道，扣了可能低于线',
    household: without(family([person('m1', { income: [monthly(800)], illness: 'long-term' })])),
    verdict: 'unknown',
    missing: ['spending'],
  },
  {
    ...base,
    title: '收入没说完，已经超过线',
    clause: 'MCA57-13',
    because: '一个人 1600、另一个还没说：1600÷2＝800，只会更高',
    household: family([person('m1', { income: [monthly(1600)] }), untold(person('m2'), 'income')]),
    verdict: 'not-met',
    reason: 'already',
  },
  {
    ...base,
    title: '收入没说完，还没超过线，要问',
    clause: 'MCA57-13',
    because: '1500÷2＝750，另一个人的收入会决定',
    household: family([person('m1', { income: [monthly(1500)] }), untold(person('m2'), 'income')]),
    verdict: 'unknown',
    missing: ['members/m2/income'],
  },
  {
    ...base,
    title: '没有收入就是零',
    clause: 'MCA57-13',
    because: '空的清单是“没有”，0 低于770',
    household: family([person('m1')]),
    verdict: 'met',
    yuan: { perCapita: 0, gap: 770 },
  },
  {
    ...base,
    title: '失业、没有收入的人，不按系数给他添一份收入',
    clause: 'YM239-1-1d',
    because: '有劳动能力但没有填收入的，就是 0；系数只作参考，由人综合判断',
    household: family([person('m1', { work: 'unemployed' })]),
    verdict: 'met',
    yuan: { perCapita: 0, gap: 770 },
  },
  {
    ...base,
    title: '按劳动力系数算出来的收入高过线，不说够不上，由人综合判断',
    clause: 'YM239-1-1d',
    because: '1500 是算出来的，不是挣到手的；实际可能是 0 到 1500，770 在中间',
    household: family([person('m1', { income: [{ ...monthly(1500, 'flexible-work'), reckoned: true }] })]),
    verdict: 'for-officer',
    reason: 'discretion',
  },
  {
    ...base,
    title: '真挣到的已经高过线，算出来的那一份不影响',
    clause: 'YM239-1-1d',
    because: '实收 1000 高于 770，和系数算的没有关系',
    household: family([person('m1', { income: [monthly(1000), { ...monthly(500, 'farming'), reckoned: true }] })]),
    verdict: 'not-met',
  },
];

function without(household: ReturnType<typeof family>) {
  const { spending: _, ...rest } = household;
  return rest;
}
