import type { Household, Member, SelfCareItem, Supporter } from '../../household.ts';
import { SELF_CARE } from '../../household.ts';
import type { Case } from '../case-table.ts';
import { day, family, IN_2025, monthly, person, untold, withoutFact, yuan } from '../case-table.ts';

const ID = 'destitute-support';
const base = { on: IN_2025 };
const m1 = { member: 'm1' };
const born = (text: string) => ({ birthDate: day(text) });
const alone = (told: Partial<Member>, rest: Partial<Household> = {}) => family([person('m1', told)], rest);
type Kind = 'visual' | 'hearing' | 'speech' | 'physical' | 'intellectual' | 'mental' | 'multiple';

function labour(title: string, told: Partial<Member>, verdict: Case['verdict'], because: string): Case {
  return { ...base, ...m1, node: `${ID}/no-labour`, clause: 'DESTITUTE2021-5', title, because, household: alone(told), verdict };
}
function disabled(category: Kind, grade: 1 | 2 | 3 | 4, verdict: Case['verdict'], because: string): Case {
  return labour(`${category} ${grade} 级残疾`, { disability: { category, grade } }, verdict, because);
}

const LABOUR: readonly Case[] = [
  labour('满六十岁当天', born('1965-12-01'), 'met', '2025-12-01 满 60 岁'),
  labour('差一天满六十岁', born('1965-12-02'), 'not-met', '还是 59 岁，没有残疾'),
  labour('差一天满十六岁', born('2009-12-02'), 'met', '还是 15 岁，不满 16'),
  labour('满十六岁当天', born('2009-12-01'), 'not-met', '16 岁不再是“不满十六”'),
  disabled('intellectual', 3, 'met', '智力残疾一、二、三级都算'),
  disabled('intellectual', 4, 'not-met', '智力残疾四级不在里面'),
  disabled('mental', 3, 'met', '精神残疾一、二、三级都算'),
  disabled('mental', 4, 'not-met', '精神残疾四级不在里面'),
  disabled('physical', 2, 'met', '肢体残疾一、二级算'),
  disabled('physical', 3, 'not-met', '肢体残疾三级不在里面'),
  disabled('visual', 1, 'met', '视力残疾一级算'),
  disabled('visual', 2, 'not-met', '视力残疾二级不在里面'),
  disabled('hearing', 1, 'not-met', '听力残疾没有写在里面'),
  disabled('speech', 1, 'not-met', '言语残疾没有写在里面'),
  disabled('multiple', 1, 'for-officer', '多重残疾要看其中哪一类'),
];

const livelihood = (title: string, told: Partial<Member>, verdict: Case['verdict'], because: string, rest: Partial<Case> = {}): Case => ({
  ...base,
  ...m1,
  node: `${ID}/no-livelihood`,
  clause: 'DESTITUTE2021-6',
  title,
  because,
  household: alone(told),
  verdict,
  ...rest,
});

const LIVELIHOOD: readonly Case[] = [
  livelihood('收入比低保线少一分', { income: [monthly(769.99)] }, 'met', '769.99 低于 770'),
  livelihood('收入正好是低保线', { income: [monthly(770)] }, 'for-officer', '“低于”不含相等，交给人'),
  livelihood('收入比低保线多一分', { income: [monthly(770.01)] }, 'not-met', '770.01 高于 770'),
  livelihood(
    '基础养老金不算，2026年也不算',
    { income: [monthly(500), monthly(300, 'basic-pension')] },
    'met',
    '这里的不算没有写到哪年为止；只有 500',
    { on: day('2026-06-01') },
  ),
  livelihood('优待抚恤金不算', { income: [monthly(500), monthly(900, 'preferential-treatment')] }, 'met', '只有 500'),
  livelihood('没说收入，要问', {}, 'unknown', '没有回答', {
    household: family([untold(person('m1'), 'income')]),
    missing: ['members/m1/income'],
  }),
];

const child: Supporter = { id: 's1', relation: 'child' };
function support(title: string, household: Household, verdict: Case['verdict'], because: string, rest: Partial<Case> = {}): Case {
  return { ...base, ...m1, node: `${ID}/no-support`, clause: 'DESTITUTE2021-8', title, because, household, verdict, ...rest };
}
const with2 = (told: Partial<Member>) => family([person('m1', born('1955-01-01')), person('m2', told)]);

const SUPPORT: readonly Case[] = [
  support('孤身一人，家外也没有义务人', alone(born('1955-01-01')), 'met', '没有法定义务人'),
  support(
    '家外的孩子有能力',
    alone(born('1955-01-01'), { supporters: [{ ...child, ableToSupport: true }] }),
    'not-met',
    '有履行能力的义务人',
  ),
  support(
    '家外的孩子说没有能力',
    alone(born('1955-01-01'), { supporters: [{ ...child, ableToSupport: false }] }),
    'for-officer',
    '没有能力要照列明的情形看',
  ),
  support('没说家外的孩子有没有能力', alone(born('1955-01-01'), { supporters: [child] }), 'unknown', '没有回答', {
    missing: ['supporters/s1/ableToSupport'],
  }),
  support('没问过家外的人', withoutFact(alone(born('1955-01-01')), 'supporters'), 'unknown', '没有回答', { missing: ['supporters'] }),
  support('身强力壮的配偶', with2({ relation: 'spouse' }), 'not-met', '配偶互相扶养，不在列明的没有能力里'),
  support('配偶本人也是特困', with2({ relation: 'spouse', receives: ['destitute-support'] }), 'met', '特困人员算没有能力'),
  support(
    '配偶满六十、在领低保',
    with2({ relation: 'spouse', ...born('1965-12-01'), receives: ['低保'] }),
    'met',
    '60 周岁以上的低保对象算没有能力',
  ),
  support(
    '配偶差一天满六十、在领低保',
    with2({ relation: 'spouse', ...born('1965-12-02'), receives: ['低保'] }),
    'not-met',
    '还是 59 岁，不在列明的情形里',
  ),
  support('配偶满七十', with2({ relation: 'spouse', ...born('1955-12-01') }), 'for-officer', '70 周岁以上还要看收入和财产，限额没有找到'),
  support('配偶差一天满七十', with2({ relation: 'spouse', ...born('1955-12-02') }), 'not-met', '还是 69 岁，没有领低保'),
  support(
    '配偶一级残疾',
    with2({ relation: 'spouse', disability: { category: 'physical', grade: 1 } }),
    'for-officer',
    '重残还要看收入和财产',
  ),
  support(
    '配偶三级精神残疾',
    with2({ relation: 'spouse', disability: { category: 'mental', grade: 3 } }),
    'for-officer',
    '三级精神残疾还要看收入和财产',
  ),
  support(
    '配偶三级肢体残疾',
    with2({ relation: 'spouse', disability: { category: 'physical', grade: 3 } }),
    'not-met',
    '三级肢体不在列明的情形里',
  ),
  support('配偶在服刑', with2({ relation: 'spouse', absence: 'prison' }), 'for-officer', '服刑的还要看财产'),
  support('家里的未成年孩子不用养老人', with2({ relation: 'child', ...born('2010-01-01') }), 'met', '未成年人没有赡养的义务'),
  support('家里的成年孩子', with2({ relation: 'child', ...born('1995-01-01') }), 'not-met', '成年子女要赡养父母'),
  support('家里的兄弟', with2({ relation: 'sibling' }), 'for-officer', '兄弟姐妹有没有义务看情况'),
];

const cannot = (count: number): SelfCareItem[] => SELF_CARE.slice(0, count) as SelfCareItem[];
function care(title: string, told: Partial<Member>, allowance: number, because: string): Case {
  return {
    ...base,
    node: ID,
    clause: 'DESTITUTE2021-22',
    title,
    because: `${because}；基本生活 1001`,
    household: alone({ ...born('1955-01-01'), ...told }),
    verdict: 'met',
    yuan: { destituteStandard: 1001, careAllowance: allowance, estimatedAmount: 1001 + allowance },
  };
}

const CARE_CASES: readonly Case[] = [
  care('六项都能做', { cannotDoAlone: [] }, 50, '能自理 50'),
  care('一项做不了', { cannotDoAlone: cannot(1) }, 200, '1 项，部分丧失，半护理 200'),
  care('三项做不了', { cannotDoAlone: cannot(3) }, 200, '3 项以下（含）是部分丧失，半护理 200'),
  care('四项做不了', { cannotDoAlone: cannot(4) }, 300, '4 项以上是完全丧失，全护理 300'),
  care('六项都做不了', { cannotDoAlone: cannot(6) }, 300, '6 项，完全丧失，全护理 300'),
  care('不满十六岁的孩子', { ...born('2015-01-01'), cannotDoAlone: cannot(6) }, 200, '16 岁以下按 200，不重复'),
  {
    ...base,
    node: ID,
    clause: 'F3-01',
    title: '2025年6月30日按上一个标准',
    because: '2024年9月起是 975',
    on: day('2025-06-30'),
    household: alone(born('1955-01-01')),
    verdict: 'met',
    yuan: { destituteStandard: 975 },
  },
];

/** Every step of the standard (facts.md § 3), on the first day of each. */
const STEPS: readonly Case[] = (
  [
    ['2024-09-01', 975, 'F3-02'],
    ['2023-09-01', 955, 'F3-03'],
    ['2022-09-01', 932, 'F3-04'],
    ['2021-09-01', 827, 'F3-05'],
    ['2021-08-31', 806, 'F3-06'],
  ] as const
).map(([on, amount, clause]) => ({
  on: day(on),
  node: ID,
  clause,
  title: `${on} 的基本生活标准`,
  because: `那一天查到的是 ${amount}`,
  household: alone(born('1955-01-01')),
  verdict: 'met',
  yuan: { destituteStandard: amount },
}));

const WHOLE: readonly Case[] = [
  {
    ...base,
    ...m1,
    node: `${ID}/person`,
    clause: 'DESTITUTE2021-4',
    title: '三条要同时符合',
    because: '没有收入、没有义务人，但有劳动能力',
    household: alone({}),
    verdict: 'not-met',
  },
  {
    ...base,
    node: ID,
    clause: 'DESTITUTE2021-4',
    title: '孤身老人什么都没有',
    because: '三条都符合，没有任何财产',
    household: alone(born('1955-01-01')),
    verdict: 'met',
  },
  {
    ...base,
    node: ID,
    clause: 'F5-11',
    title: '孤身老人有一点存款',
    because: '财产限额没有找到，由人看',
    household: alone(born('1955-01-01'), { assets: { financial: yuan(100), vehicles: [], dwellings: [], businesses: 0 } }),
    verdict: 'for-officer',
  },
  { ...base, node: ID, clause: 'DESTITUTE2021-5', title: '年轻健康的人', because: '有劳动能力', household: alone({}), verdict: 'not-met' },
  {
    ...base,
    node: ID,
    clause: 'DESTITUTE2021-4',
    title: '家里有一个人够得上就值得申请',
    because: '老人和年轻的兄弟一起住，老人要人看，年轻人够不上',
    household: family([person('m1'), person('m2', { relation: 'sibling', ...born('1955-01-01') })]),
    verdict: 'for-officer',
  },
];

export const CASES: readonly Case[] = [...LABOUR, ...LIVELIHOOD, ...SUPPORT, ...CARE_CASES, ...STEPS, ...WHOLE];
