import { proofsOf } from './proof.ts';

const at = 'src/benefits';
const subsistence = `${at}/subsistence-allowance`;
const amounts = `${subsistence}/amount.cases.ts`;
const single = `${at}/single-application`;
const temporary = `${at}/temporary-assistance`;
const referrals = `${at}/referrals`;
const aid = 'src/values/referrals.ts';

/** Rules of assessment. Add a line with every rule that carries a clause of the five documents. */
export const SUBSISTENCE_PROOFS = proofsOf(`${subsistence}/cases.test.ts`, [
  [
    'YM239-1-1a',
    '高于线，够不上，没有金额',
    `${at}/household/compare.ts`,
    'if (low > 0) return notMet(',
    'if (low > 0) return met(',
    amounts,
  ],
  ['YM239-1-1c', '一家里各算各的', `${subsistence}/benefit.ts`, 'line * income.size - income.likely', 'line - income.likely', amounts],
  ['TL42-C2a', '三口之家', `${at}/household/household-income.ts`, 'size += 1;', 'size += 2;', amounts],
  [
    'YM239-1-1d',
    '按劳动力系数算出来的收入高过线',
    `${at}/household/income-of-member.ts`,
    'item.reckoned === true && isCounted(item)',
    'item.reckoned === undefined && isCounted(item)',
    `${subsistence}/income.cases.ts`,
  ],
  ['JLP53-6-6c', '二级残疾是 60＋40', `${at}/household/top-ups.ts`, "grounds.push('severe')", "grounds.push('disabled')", amounts],
]);

export const MARGINAL_PROOFS = proofsOf(`${at}/marginal-family/cases.test.ts`, [
  [
    'YM239-1-4a YMF12-1c',
    '比边缘线少一分',
    'src/values/multiples.ts',
    'row(1.5, NATION',
    'row(1.4, NATION',
    `${at}/marginal-family/cases.ts`,
  ],
]);

export const SINGLE_PROOFS = proofsOf(`${single}/cases.test.ts`, [
  [
    'YM239-1-1e YMF12-8c',
    '这条通知印发前一天还没有',
    'src/values/single-application.ts',
    "row(true, CITY, '2022-11-25'",
    "row(true, CITY, '2022-11-24'",
    `${single}/cases.ts`,
  ],
  [
    'YM239-1-1f',
    '满六十岁的父亲给的可以视情不算',
    'src/values/single-application.ts',
    'row(60, CITY',
    'row(61, CITY',
    `${single}/cases.ts`,
  ],
  [
    'YM239-1-4b YMF12-8b',
    '边缘家庭里认定过的重特大疾病',
    `${single}/forms.ts`,
    "'serious-recognised') return met();",
    "'serious-recognised') return notMet();",
    `${single}/cases.ts`,
  ],
]);

export const RIGID_PROOFS = proofsOf(`${at}/rigid-expenditure/cases.test.ts`, [
  ['YMF12-1d', '正好七成', 'src/values/rigid.ts', 'row(0.7, CITY', 'row(0.71, CITY', `${at}/rigid-expenditure/cases.ts`],
]);

export const TEMPORARY_PROOFS = proofsOf(`${temporary}/cases.test.ts`, [
  ['YM239-1-5a', '差一天满三个月', 'src/values/temporary.ts', 'row(3, CITY', 'row(2, CITY', `${temporary}/cases.ts`],
  [
    'YM239-1-6a',
    '受疫情影响还没找到工作的大学生',
    `${temporary}/conditions.ts`,
    'tooShort) return forOfficer(',
    'tooShort) return notMet(',
    `${temporary}/cases.ts`,
  ],
  [
    'YM239-1-6b',
    '遭灾以后还困难',
    `${temporary}/conditions.ts`,
    "forOfficer({ reason: 'no-fixed-abode' }) : forOfficer()",
    "forOfficer({ reason: 'no-fixed-abode' }) : notMet()",
    `${temporary}/cases.ts`,
  ],
]);

export const REFERRAL_PROOFS = proofsOf(`${referrals}/cases.test.ts`, [
  [
    'YMF12-9i',
    '急病急救',
    `${referrals}/medical.ts`,
    "emergency.urgent ? 'met' : 'not-met'",
    "emergency.urgent ? 'not-met' : 'met'",
    `${referrals}/cases.ts`,
  ],
  [
    'YMF12-11a',
    '领低保的家庭',
    `${referrals}/special.ts`,
    '=> [inOneOf(recognised, FOUR)],',
    "=> [inOneOf(recognised, ['destitute'])],",
    `${referrals}/cases.ts`,
  ],
  ['YMF12-12', '领低保、有工作', `${referrals}/special.ts`, "work === 'unemployed'", "work !== 'unemployed'", `${referrals}/cases.ts`],
  [
    'YMF12-13',
    '遭了灾',
    `${referrals}/special.ts`,
    "emergency.kind === 'disaster'",
    "emergency.kind !== 'disaster'",
    `${referrals}/cases.ts`,
  ],
]);

export const TOP_UP_PROOFS = proofsOf(`${at}/category-top-ups/cases.test.ts`, [
  [
    'TL42-C5b',
    '同类取高的一份，不重也不漏',
    `${at}/household/top-ups.ts`,
    'const second = Math.max(',
    'const second = Math.min(',
    `${at}/category-top-ups/cases.ts`,
  ],
]);

export const BASIC_LIVING_PROOFS = proofsOf(`${at}/basic-living.test.ts`, [
  [
    'YMF12-1a',
    '全市分六类',
    `${at}/recipient-kinds.ts`,
    "title: '其他困难人员', clauses: ['YMF12-1a', ",
    "title: '其他困难人员', clauses: [",
  ],
  ['TL42-O1', '铜梁农村的工作对象是同样六类', `${at}/recipient-kinds.ts`, "'TL42-O1', 'JLP53-4-1'", "'JLP53-4-1'"],
  [
    'YMF12-1b',
    '低保、特困照原来的办法认定',
    `${at}/destitute-support/conditions.ts`,
    "clauses: ['DESTITUTE2021-5', 'SAL2026-16']",
    "clauses: ['YMF12-8a']",
  ],
  ['YMF12-8a', '低保：没有收入的一个人', `${subsistence}/benefit.ts`, 'fen(difference + topUps)', 'fen(topUps)'],
]);

/** Percentages and who they reach: figures that the case tables do not look at. */
export const REFERRAL_FIGURE_PROOFS = proofsOf(`${referrals}/figures.test.ts`, [
  ['YMF12-9a', '特困全额', aid, "row(1, CITY, FROM, 'YMF12-9a'", "row(0.9, CITY, FROM, 'YMF12-9a'"],
  ['YMF12-9b', '低保九成', aid, 'row(0.9,', 'row(0.8,'],
  ['YMF12-9c', '边缘家庭七成', aid, "row(0.7, CITY, FROM, 'YMF12-9c'", "row(0.6, CITY, FROM, 'YMF12-9c'"],
  ['YMF12-9e', '低保不低于七成', aid, "row(0.7, CITY, FROM, 'YMF12-9e'", "row(0.6, CITY, FROM, 'YMF12-9e'"],
  ['YMF12-9f', '边缘家庭不低于六成', aid, "row(0.6, CITY, FROM, 'YMF12-9f'", "row(0.5, CITY, FROM, 'YMF12-9f'"],
  ['YMF12-9d', '（九）：选二档的', aid, "row(1, CITY, FROM, 'YMF12-9d'", "row(0.7, CITY, FROM, 'YMF12-9d'"],
  ['YMF12-9g', '（九）：刚性支出家庭的大病', `${referrals}/medical.ts`, "[...FIRST_OR_SECOND, 'rigid']", 'FIRST_OR_SECOND'],
  [
    'YMF12-9h',
    '（九）：三重保障以后',
    `${referrals}/medical.ts`,
    'someone([spending], paidForTreatment)',
    "{ verdict: 'not-met', missing: [] }",
  ],
  ['YMF12-10b', '（十）：新困难起来的学生', `${referrals}/special.ts`, '；新困难起来的，一般从下一期起', ''],
  [
    'YMF12-11b',
    '（十一）：农村说危房改造',
    `${referrals}/special.ts`,
    "'for-officer/rural': '可能用得上：优先改造危房",
    "'for-officer/rural': '可能用得上：优先配租公租房",
  ],
  [
    'YMF12-15b',
    '（十五）：边缘家庭里失能的老人',
    `${referrals}/allowances.ts`,
    "['destitute', 'subsistence', 'marginal']",
    "['destitute']",
  ],
  [
    'YMF12-18',
    '（十八）：看病的救助和边缘家庭一样',
    `${referrals}/recognised.ts`,
    "standing('poverty-monitoring', [])",
    "standing('nobody', [])",
  ],
  ['YMF12-10a', '（十）：义务教育', `${referrals}/special.ts`, "PUPILS = ['preschool', 'compulsory',", "PUPILS = ['preschool',"],
  [
    'YMF12-16a',
    '（十六）：低保减免电费等',
    `${referrals}/special.ts`,
    "[inOneOf(recognised, ['destitute', 'subsistence'])]",
    "[inOneOf(recognised, ['destitute'])]",
  ],
  ['YMF12-16b', '（十六）：农村低保不在这一条里', `${referrals}/special.ts`, "area === 'urban' ? 'met'", "area !== undefined ? 'met'"],
  [
    'YMF12-16c',
    '（十六）：二级残疾，看无障碍改造',
    `${referrals}/special.ts`,
    'disability.grade <= severe.value',
    'disability.grade < severe.value',
  ],
  [
    'YMF12-17b',
    '（十七）：慈善谁都可以看',
    `${referrals}/special.ts`,
    'standings: () => [],',
    "standings: () => [{ verdict: 'not-met', missing: [] }],",
  ],
]);
