import type { Case } from '../case-table.ts';
import { day, family, IN_2025, monthly, person, untold } from '../case-table.ts';

const ID = 'category-top-ups';
const on = IN_2025;
const pupil = { relation: 'child', schooling: 'compulsory', birthDate: day('2015-01-01') } as const;

export const CASES: readonly Case[] = [
  {
    on,
    node: ID,
    clause: 'F2-43',
    title: '低保要人来看，家里有学生',
    because: '跟着低保走；学生 100',
    household: family([person('m1'), person('m2', pupil)]),
    verdict: 'for-officer',
    yuan: { topUps: 100 },
  },
  {
    on,
    node: ID,
    clause: 'F2-43',
    title: '低保够不上，这一份也没有',
    because: '1000×2÷2＝1000 高于 770',
    household: family([person('m1', { income: [monthly(2000)] }), person('m2', pupil)]),
    verdict: 'not-met',
  },
  {
    on,
    node: ID,
    clause: 'F2-43',
    title: '家里没有这几类人',
    because: '健康的成年人',
    household: family([person('m1')]),
    verdict: 'not-met',
    yuan: { topUps: 0 },
  },
  {
    on,
    node: `${ID}/someone`,
    clause: 'F2-43',
    title: '没说上学和身体情况，要问',
    because: '没有回答',
    household: family([untold(person('m1'), 'schooling', 'illness')]),
    verdict: 'unknown',
    missing: ['members/m1/schooling', 'members/m1/illness'],
  },
  {
    on,
    node: `${ID}/someone`,
    clause: 'F2-43',
    title: '病没认定，由人看',
    because: '重大疾病要认定',
    household: family([person('m1', { illness: 'serious-not-recognised' })]),
    verdict: 'for-officer',
  },
  {
    on,
    node: `${ID}/someone`,
    clause: 'F2-43',
    title: '有一个人够就够了',
    because: '三级残疾 40',
    household: family([person('m1', { disability: { category: 'hearing', grade: 4 } }), untold(person('m2'), 'illness')]),
    verdict: 'met',
  },
];
