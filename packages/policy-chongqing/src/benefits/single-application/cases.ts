import type { Household, Member, Supporter } from '../../household.ts';
import type { Case } from '../case-table.ts';
import { day, family, IN_2025, monthly, person, untold, yuan } from '../case-table.ts';

const ID = 'single-application';
const born = (text: string) => ({ birthDate: day(text) });
const LAW_DAY = day('2026-07-01');
/** One person with 1,000 a month in town: over 770, under 1,155: a marginal family. */
const marginal = (told: Partial<Member>) => family([person('m1', { income: [monthly(1000)], ...told })]);
const rich = (told: Partial<Member>) => family([person('m1', { income: [monthly(3000)], ...told })]);
type Kind = 'physical' | 'intellectual' | 'mental' | 'multiple' | 'visual';

function disabled(category: Kind, grade: 1 | 2 | 3 | 4, verdict: Case['verdict'], because: string): Case {
  return {
    on: IN_2025,
    node: `${ID}/disabled-in-marginal`,
    clause: 'MCA57-8',
    title: `边缘家庭里 ${category} ${grade} 级`,
    because,
    household: marginal({ disability: { category, grade } }),
    verdict,
  };
}

const IN_MARGINAL: readonly Case[] = [
  disabled('physical', 2, 'met', '一级、二级重度残疾都行；家里 1000 在 770 和 1155 之间'),
  disabled('physical', 3, 'not-met', '三级只有智力、精神行'),
  disabled('intellectual', 3, 'met', '三级智力行'),
  disabled('mental', 3, 'met', '三级精神行'),
  disabled('mental', 4, 'not-met', '四级不行'),
  disabled('multiple', 3, 'for-officer', '三级多重要看里面有没有智力、精神'),
  {
    on: IN_2025,
    node: `${ID}/disabled-in-marginal`,
    clause: 'MCA57-8',
    title: '重残，可家里不是边缘家庭',
    because: '3000 高于 1155',
    household: rich({ disability: { category: 'physical', grade: 1 } }),
    verdict: 'not-met',
  },
  {
    on: IN_2025,
    node: `${ID}/disabled-in-marginal`,
    clause: 'MCA57-8',
    title: '没说残疾',
    because: '没有回答',
    household: family([untold(person('m1', { income: [monthly(1000)] }), 'disability')], {}),
    verdict: 'unknown',
  },
  {
    on: IN_2025,
    node: `${ID}/ill-in-marginal`,
    clause: 'F1-12',
    title: '边缘家庭里认定过的重特大疾病',
    because: '重特大疾病行；家里 1000',
    household: marginal({ illness: 'serious-recognised' }),
    verdict: 'met',
  },
  {
    on: IN_2025,
    node: `${ID}/ill-in-marginal`,
    clause: 'F1-12',
    title: '边缘家庭里还没认定的重病',
    because: '要有关部门认定',
    household: marginal({ illness: 'serious-not-recognised' }),
    verdict: 'for-officer',
  },
  {
    on: IN_2025,
    node: `${ID}/ill-in-marginal`,
    clause: 'F1-12',
    title: '边缘家庭里的慢性病',
    because: '不是重特大疾病',
    household: marginal({ illness: 'long-term' }),
    verdict: 'not-met',
  },
  {
    on: LAW_DAY,
    node: `${ID}/special-hardship`,
    clause: 'SAL2026-21',
    title: '边缘家庭，法律施行当天多了“确有特殊困难”',
    because: '2026-07-01 起施行，哪些人没有写，由人看',
    household: marginal({}),
    verdict: 'for-officer',
  },
  {
    on: day('2026-06-30'),
    node: `${ID}/special-hardship`,
    clause: 'SAL2026-21',
    title: '法律施行前一天还没有这一种',
    because: '早一天没有这条',
    household: marginal({}),
    verdict: 'not-met',
  },
  {
    on: LAW_DAY,
    node: `${ID}/special-hardship`,
    clause: 'SAL2026-21',
    title: '不是边缘家庭，用不上这一种',
    because: '3000 高于 1155',
    household: rich({}),
    verdict: 'not-met',
  },
];

const severe = { disability: { category: 'physical', grade: 2 } } as const;
const NODE = `${ID}/adult-severe`;
function adult(title: string, told: Partial<Member>, verdict: Case['verdict'], because: string, rest: Partial<Case> = {}): Case {
  return {
    on: IN_2025,
    node: NODE,
    clause: 'YM239-1-1e',
    title,
    because,
    household: family([person('m1', { ...severe, ...told })]),
    verdict,
    ...rest,
  };
}
const sibling: Supporter = { id: 's1', relation: 'sibling', birthDate: day('1980-01-01'), ableToSupport: true, pays: yuan(900) };
const parent = (birth: string): Supporter => ({
  id: 's1',
  relation: 'parent',
  birthDate: day(birth),
  ableToSupport: true,
  pays: yuan(900),
});
const kept = (supporter: Supporter, told = 900): Household =>
  family([person('m1', { ...severe, income: [monthly(told, 'support')] })], { supporters: [supporter] });

const ADULT_SEVERE: readonly Case[] = [
  adult('成年无业二级残疾，没有收入', {}, 'met', '成年、二级、没有工作；0 低于 770'),
  adult('三级残疾不算重度', { disability: { category: 'physical', grade: 3 } }, 'not-met', '重度是一、二级'),
  adult('满十八岁当天', born('2007-12-01'), 'met', '2025-12-01 满 18 岁'),
  adult('差一天满十八岁', born('2007-12-02'), 'not-met', '还没成年'),
  adult('有正式工作', { work: 'employed' }, 'not-met', '不是无业'),
  adult('打零工', { work: 'flexible' }, 'for-officer', '打零工算不算无业由人看'),
  adult('本人收入高于低保线', { income: [monthly(770.01)] }, 'not-met', '770.01 高于 770'),
  adult('本人收入正好在线上', { income: [monthly(770)] }, 'for-officer', '“低于”不含相等'),
  adult('兄弟给的供养费可以视情不算', {}, 'for-officer', '算是 900、不算是 0，由人定', { clause: 'YM239-1-1f', household: kept(sibling) }),
  adult('满六十岁的父亲给的可以视情不算', {}, 'for-officer', '60 周岁及以上老人给的，由人定', {
    clause: 'YM239-1-1f',
    household: kept(parent('1965-12-01')),
  }),
  adult('差一天满六十岁的父亲给的要算', {}, 'not-met', '还是 59 岁，900 高于 770', {
    clause: 'YM239-1-1f',
    household: kept(parent('1965-12-02')),
  }),
  adult('没说父亲多大，要问', {}, 'unknown', '满没满六十岁决定算不算', {
    clause: 'YM239-1-1f',
    household: kept({ id: 's1', relation: 'parent', ableToSupport: true, pays: yuan(900) }),
    missing: ['supporters/s1/birthDate'],
  }),
  adult('供养费本来就低于线，不用问', {}, 'met', '700 低于 770，算不算都行', { clause: 'YM239-1-1f', household: kept(sibling, 700) }),
  adult('这条通知印发前一天还没有', {}, 'not-met', '2022-11-25 印发', { on: day('2022-11-24') }),
];

/** Two people; one earns, the other is the grown-up the family keeps. */
const keeping = (income: number, told: Partial<Member>) =>
  family([
    person('m1', { income: [monthly(income)] }),
    person('m2', { relation: 'child', work: 'cannot-work', ...born('1990-01-01'), ...told }),
  ]);
function atHome(title: string, household: Household, verdict: Case['verdict'], because: string): Case {
  return { on: IN_2025, node: `${ID}/supported-at-home`, clause: 'F1-14', title, because, household, verdict };
}
const AT_HOME: readonly Case[] = [
  atHome(
    '三倍以内，成年残疾不能劳动',
    keeping(4620, { disability: { category: 'physical', grade: 3 } }),
    'for-officer',
    '4620÷2＝2310＝770×3，“以内”含相等；丧失劳动能力由人看',
  ),
  atHome('超过三倍一分', keeping(4620.02, { disability: { category: 'physical', grade: 3 } }), 'not-met', '2310.01 高于 2310'),
  atHome('重病卧床', keeping(1000, { illness: 'serious-recognised', bedriddenMonths: 3 }), 'for-officer', '卧床多久算长期没有写，由人看'),
  atHome('重病不卧床', keeping(1000, { illness: 'serious-recognised', bedriddenMonths: 0 }), 'not-met', '要长期卧床不起'),
  atHome(
    '有残疾但能劳动',
    keeping(1000, { disability: { category: 'physical', grade: 3 }, work: 'employed' }),
    'not-met',
    '要丧失劳动能力',
  ),
  atHome('还没成年', keeping(1000, { disability: { category: 'physical', grade: 1 }, ...born('2010-01-01') }), 'not-met', '要已成年'),
];

/** Two people of whom one fits: one is enough. */
const TWO: readonly Case[] = [
  {
    on: IN_2025,
    node: `${ID}/disabled-in-marginal/people`,
    clause: 'MCA57-8',
    title: '两个人里一个重残',
    because: '有一个就够',
    household: family([person('m1'), person('m2', { disability: { category: 'physical', grade: 1 } })]),
    verdict: 'met',
  },
  {
    on: IN_2025,
    node: `${ID}/ill-in-marginal/people`,
    clause: 'MCA57-8',
    title: '两个人里一个重病',
    because: '有一个就够',
    household: family([person('m1'), person('m2', { illness: 'serious-recognised' })]),
    verdict: 'met',
  },
  {
    on: IN_2025,
    node: `${ID}/adult-severe`,
    clause: 'YM239-1-1e',
    title: '两个人里一个成年无业重残',
    because: '有一个就够',
    household: family([person('m1'), person('m2', severe)]),
    verdict: 'met',
  },
  {
    on: IN_2025,
    node: `${ID}/adult-severe/both`,
    member: 'm1',
    clause: 'YM239-1-1e',
    title: '重残但本人收入高',
    because: '两条都要',
    household: family([person('m1', { ...severe, income: [monthly(900)] })]),
    verdict: 'not-met',
  },
  {
    on: IN_2025,
    node: `${ID}/supported-at-home/people`,
    clause: 'F1-14',
    title: '两个人里一个靠供养',
    because: '有一个就够，由人看',
    household: keeping(1000, { disability: { category: 'physical', grade: 3 } }),
    verdict: 'for-officer',
  },
  {
    on: IN_2025,
    node: `${ID}/religious-staff`,
    clause: 'F1-13',
    title: '两个人里一个宗教教职人员',
    because: '有一个就够，由人看',
    household: family([person('m1'), person('m2', { absence: 'religious-three-years' })]),
    verdict: 'for-officer',
  },
  {
    on: day('2021-06-30'),
    node: `${ID}/religious-staff`,
    clause: 'MCA57-8',
    title: '国家办法施行前一天还没有这一种',
    because: '2021-07-01 起施行',
    household: family([person('m1', { absence: 'religious-three-years' })]),
    verdict: 'not-met',
  },
];

const RELIGIOUS: readonly Case[] = [
  {
    on: IN_2025,
    node: `${ID}/religious-staff`,
    clause: 'F1-13',
    title: '离家三年以上的宗教教职人员',
    because: '可以单独申请，生活困难由人看',
    household: family([person('m1', { absence: 'religious-three-years' })]),
    verdict: 'for-officer',
  },
  {
    on: IN_2025,
    node: `${ID}/religious-staff`,
    clause: 'F1-13',
    title: '不是宗教教职人员',
    because: '没有这种情况',
    household: family([person('m1')]),
    verdict: 'not-met',
  },
  {
    on: IN_2025,
    node: ID,
    clause: 'MCA57-8',
    title: '健康的一个人，收入很高',
    because: '六种情况一种也不是',
    household: rich({}),
    verdict: 'not-met',
  },
  {
    on: IN_2025,
    node: ID,
    clause: 'MCA57-8',
    title: '一种情况够得上就够了',
    because: '边缘家庭里二级残疾',
    household: marginal(severe),
    verdict: 'met',
  },
];

export const CASES: readonly Case[] = [...IN_MARGINAL, ...ADULT_SEVERE, ...AT_HOME, ...TWO, ...RELIGIOUS];
