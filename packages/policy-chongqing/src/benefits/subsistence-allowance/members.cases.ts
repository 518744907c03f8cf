import type { Member } from '../../household.ts';
import type { Case } from '../case-table.ts';
import { family, IN_2025, monthly, person, untold } from '../case-table.ts';

const NODE = 'subsistence-allowance/income';
const base = { on: IN_2025, node: NODE };

/**
 * The applicant has 1,000 a month and one other person has nothing. Line in town 770. With two: 500 each, below. Alone: 1,000,
 * above. So the verdict says whether the other one counts.
 */
const couple = (other: Partial<Member>, ...unsaid: readonly (keyof Member)[]) =>
  family([person('m1', { income: [monthly(1000)] }), untold(person('m2', other), ...unsaid)]);
const COUNTS = '算两个人：1000÷2＝500，低于770';
const ALONE = '只算一个人：1000，高于770';

function counts(title: string, clause: string, other: Partial<Member>, ...unsaid: readonly (keyof Member)[]): Case {
  return { ...base, title, clause, because: COUNTS, household: couple(other, ...unsaid), verdict: 'met', yuan: { perCapita: 500 } };
}
function alone(title: string, clause: string, other: Partial<Member>, ...unsaid: readonly (keyof Member)[]): Case {
  return { ...base, title, clause, because: ALONE, household: couple(other, ...unsaid), verdict: 'not-met', yuan: { perCapita: 1000 } };
}
function officer(title: string, clause: string, other: Partial<Member>, why: string): Case {
  return { ...base, title, clause, because: why, household: couple(other), verdict: 'for-officer', reason: 'discretion' };
}
function asks(title: string, clause: string, other: Partial<Member>, fields: readonly (keyof Member)[]): Case {
  const missing = fields.map((field) => `members/m2/${field}`);
  return {
    ...base,
    title,
    clause,
    because: '还不知道算不算一家人，算和不算结果不同',
    household: couple(other, ...fields),
    verdict: 'unknown',
    missing,
  };
}

const apart = { livesTogether: false } as const;

export const MEMBER_CASES: readonly Case[] = [
  counts('配偶算', 'MCA57-7', { relation: 'spouse' }),
  counts('在外打工的配偶也算', 'MCA57-7', { relation: 'spouse', ...apart, absence: 'works-elsewhere' }),
  counts('未成年子女算，差一天满十八岁', 'MCA57-7', {
    relation: 'child',
    birthDate: '2007-12-02' as Member['birthDate'],
    ...apart,
  } as Partial<Member>),
  alone('满十八岁当天、自己在外生活的子女不算', 'MCA57-7', {
    relation: 'child',
    birthDate: '2007-12-01' as Member['birthDate'],
    ...apart,
  } as Partial<Member>),
  counts('读全日制本科的成年子女算', 'F1-01', {
    relation: 'child',
    ...apart,
    absence: 'studies-elsewhere',
    schooling: 'full-time-undergraduate-or-below',
  }),
  alone('读研究生、自己在外生活的成年子女不算', 'F1-01', {
    relation: 'child',
    ...apart,
    absence: 'studies-elsewhere',
    schooling: 'other',
    work: 'student',
  }),
  counts('不能劳动的成年子女算', 'MCA57-7', { relation: 'child', ...apart, work: 'cannot-work' }),
  counts('住在一起的成年子女算', 'MCA57-7', { relation: 'child', livesTogether: true, work: 'employed' }),
  counts('住在一起的父母算', 'MCA57-7', { relation: 'parent', livesTogether: true }),
  alone('不住在一起的父母不算', 'MCA57-7', { relation: 'parent', ...apart }),
  alone('不住在一起的兄弟姐妹不算', 'MCA57-7', { relation: 'sibling', ...apart }),
  officer(
    '住在一起的兄弟姐妹要看有没有扶养义务',
    'MCA57-7',
    { relation: 'sibling' },
    '法定扶养义务看情况，算一个人1000、算两个人500，由人来定',
  ),
  officer('住在一起的祖父母要看有没有赡养义务', 'MCA57-7', { relation: 'grandparent' }, '法定义务看情况，由人来定'),
  officer('住在一起的孙子女要看有没有抚养义务', 'MCA57-7', { relation: 'grandchild' }, '法定义务看情况，由人来定'),
  officer('住在一起的公婆岳父母由人来定', 'MCA57-7', { relation: 'parent-in-law' }, '没有写明，由人来定'),
  officer('住在一起的儿媳女婿由人来定', 'MCA57-7', { relation: 'child-in-law' }, '没有写明，由人来定'),
  officer('住在一起的其他人由人来定', 'MCA57-7', { relation: 'other' }, '没有写明，由人来定'),
  alone('服刑的配偶不算', 'F1-02', { absence: 'prison' }),
  alone('强制隔离戒毒的配偶不算', 'F1-02', { absence: 'compulsory-detoxification' }),
  alone('宣告失踪的配偶不算', 'F1-02', { absence: 'declared-missing' }),
  alone('离家三年以上的宗教教职人员不算', 'F1-02', { absence: 'religious-three-years' }),
  counts('刑满回家的配偶算', 'F1-03', { absence: 'none' }),
  officer(
    '当兵的子女由人来定',
    'CQR2016-11',
    { relation: 'child', absence: 'military-service' },
    '市条例说未婚军人不算，57号文没有这条，两边不一样',
  ),
  asks('没说配偶在不在家，要问', 'MCA57-7', {}, ['absence']),
  asks('没说父母是不是住在一起，要问', 'MCA57-7', { relation: 'parent' }, ['livesTogether']),
  asks('没说在外子女的出生日期，要问', 'MCA57-7', { relation: 'child', ...apart, work: 'employed' }, ['birthDate']),
  asks('没说成年子女做什么，要问', 'MCA57-7', { relation: 'child', ...apart }, ['work']),
  asks('没说成年子女上学没有，要问', 'MCA57-7', { relation: 'child', ...apart, work: 'employed' }, ['schooling']),
  {
    ...base,
    title: '算不算都够低，就不用再问',
    clause: 'MCA57-7',
    because: '算一个人700、算两个人350，都低于770',
    household: family([person('m1', { income: [monthly(700)] }), untold(person('m2', { relation: 'parent' }), 'livesTogether')]),
    verdict: 'met',
  },
  {
    ...base,
    title: '算不算都太高，就不用再问',
    clause: 'MCA57-7',
    because: '算一个人1600、算两个人800，都高于770',
    household: family([person('m1', { income: [monthly(1600)] }), untold(person('m2', { relation: 'parent' }), 'livesTogether')]),
    verdict: 'not-met',
  },
  {
    ...base,
    title: '唯一的人在服刑，家里没有人算',
    clause: 'F1-02',
    because: '服刑的不算，一个人都不剩，不下结论',
    household: family([person('m1', { absence: 'prison' })]),
    verdict: 'for-officer',
    reason: 'nobody',
  },
];
