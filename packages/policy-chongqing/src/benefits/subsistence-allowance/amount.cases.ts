import type { Member } from '../../household.ts';
import type { Case } from '../case-table.ts';
import { day, family, IN_2025, monthly, person, untold, yearly, yuan } from '../case-table.ts';

const base = { on: IN_2025, node: 'subsistence-allowance' };
const born = (text: string) => ({ birthDate: day(text) });
const severe = { disability: { category: 'physical', grade: 2 } } as const;
const mild = { disability: { category: 'physical', grade: 3 } } as const;
const pupil = { relation: 'child', schooling: 'compulsory', ...born('2015-01-01') } as const;

/** A single person in town without income: the difference is always 770. */
function topUp(title: string, told: Partial<Member>, more: number, because: string): Case {
  return {
    ...base,
    title,
    clause: 'F2-43',
    because,
    household: family([person('m1', told)]),
    verdict: 'for-officer',
    yuan: { difference: 770, topUps: more, estimatedAmount: 770 + more },
  };
}

export const AMOUNT_CASES: readonly Case[] = [
  {
    ...base,
    title: '一个人没有收入，补满',
    clause: 'F2-41',
    because: '(770−0)×1＝770',
    household: family([person('m1')]),
    verdict: 'for-officer',
    reason: 'below',
    yuan: { difference: 770, topUps: 0, estimatedAmount: 770 },
  },
  {
    ...base,
    title: '三口之家',
    clause: 'F2-41',
    because: '人均 900÷3＝300，(770−300)×3＝1410',
    household: family([person('m1', { income: [monthly(900)] }), person('m2'), person('m3', { relation: 'parent' })]),
    verdict: 'for-officer',
    yuan: { standard: 770, perCapita: 300, gap: 470, difference: 1410 },
  },
  {
    ...base,
    title: '除不尽的分向上进一分',
    clause: 'F2-41',
    because: '一年 0.01 元：770×12−0.01＝9239.99，÷12＝769.999…，进到 770（声明的取整办法）',
    household: family([person('m1', { income: [yearly(0.01)] })]),
    verdict: 'for-officer',
    yuan: { difference: 770 },
  },
  {
    ...base,
    title: '农村按农村的标准',
    clause: 'F3-01',
    because: '(630−130)×1＝500',
    household: family([person('m1', { income: [monthly(130)] })], { area: 'rural' }),
    verdict: 'for-officer',
    yuan: { standard: 630, difference: 500 },
  },
  {
    ...base,
    title: '2025年6月30日按上一个标准',
    clause: 'F3-02',
    because: '(750−0)×1＝750',
    on: day('2025-06-30'),
    household: family([person('m1')]),
    verdict: 'for-officer',
    yuan: { difference: 750 },
  },
  {
    ...base,
    title: '服刑的人不分钱',
    clause: 'F1-02',
    because: '只算一个人，(770−0)×1＝770',
    household: family([person('m1'), person('m2', { absence: 'prison' })]),
    verdict: 'for-officer',
    yuan: { difference: 770 },
  },
  {
    ...base,
    title: '高于线，够不上，没有金额',
    clause: 'SAL2026-18',
    because: '1000 高于 770，多 230',
    household: family([person('m1', { income: [monthly(1000)] })]),
    verdict: 'not-met',
    reason: 'above',
    yuan: { over: 230 },
  },
  {
    ...base,
    title: '正好在线上由人来定',
    clause: 'SAL2026-18',
    because: '低于、超过都不含相等',
    household: family([person('m1', { income: [monthly(770)] })]),
    verdict: 'for-officer',
    reason: 'at-line',
  },
  {
    ...base,
    title: '还没说收入，不给金额',
    clause: 'SAL2026-18',
    because: '没有回答，不能编数',
    household: family([untold(person('m1'), 'income')]),
    verdict: 'unknown',
    missing: ['members/m1/income'],
  },
  topUp('三级残疾多一份 40', mild, 40, '残疾人员 40'),
  topUp('二级残疾是 60＋40', severe, 100, '一至二级重残 60，残疾人可以同时有 40'),
  topUp('重特大疾病多一份 60', { illness: 'serious-recognised' }, 60, '重大疾病 60'),
  topUp('没认定的病先不算', { illness: 'serious-not-recognised' }, 0, '要认定的才算，由人看'),
  topUp('满七十岁当天多一份 60', born('1955-12-01'), 60, '2025-12-01 满 70 岁'),
  topUp('差一天满七十岁没有', born('1955-12-02'), 0, '2025-12-01 还是 69 岁'),
  topUp('七十岁又重病只算一份 60', { ...born('1950-01-01'), illness: 'serious-recognised' }, 60, '五类不重复'),
  topUp('七十岁又二级残疾是 60＋40', { ...born('1950-01-01'), ...severe }, 100, '五类不重复，残疾另有 40'),
  topUp('在校学生多一份 100', { schooling: 'senior-secondary' }, 100, '在校学生 100'),
  topUp('学龄前儿童多一份 100', { schooling: 'preschool' }, 100, '学龄前儿童 100'),
  topUp('重残的学生取大的一份再加 40', { schooling: 'compulsory', ...severe }, 140, '100 和 60 不重复取大的，残疾另有 40'),
  topUp('读研究生先不算', { schooling: 'other' }, 0, '算不算在校学生由人看'),
  {
    ...base,
    title: '一家里各算各的',
    clause: 'F2-43',
    because: '差额 770×2＝1540；二级残疾 100＋学生 100＝200；合计 1740',
    household: family([person('m1', severe), person('m2', pupil)]),
    verdict: 'for-officer',
    yuan: { difference: 1540, topUps: 200, estimatedAmount: 1740 },
  },
  {
    ...base,
    title: '存款很多也还是由人看',
    clause: 'F1-42',
    because: '财产上限来自镜像，不能说够不上',
    household: family([person('m1')], { assets: { financial: yuan(1_000_000), vehicles: [], dwellings: [], businesses: 0 } }),
    verdict: 'for-officer',
  },
];
