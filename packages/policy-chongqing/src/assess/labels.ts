/** Names of figures for residents. */
export const LABELS: Readonly<Record<string, string>> = {
  standard: '低保线（每人每月）',
  line: '线（每人每月）',
  perCapita: '您家每人每月约',
  people: '算几口人',
  gap: '低多少',
  over: '高多少',
  difference: '按差额算（每月）',
  topUps: '另外多一份（每月）',
  estimatedAmount: '估算金额（每月）',
  each: '存款等平均每人',
  limit: '查到的上限',
  worth: '车现在值',
  dwellings: '住房套数',
  businesses: '店或公司',
  items: '填了几笔大开销',
  own: '本人每月约',
  destituteStandard: '特困基本生活（每月）',
  careAllowance: '照料护理补贴（每月）',
  allowance: '每月约',
  rate: '比例',
  secondTier: '选二档的，按一档个人缴费的比例',
  spent: '一年必需的开销约',
  share: '占收入',
  least: '至少要占',
  validMonths: '认定有效',
  smallSum: '先给的一般不超过',
  withinDays: '一般最多等',
  grounds: '有几个人',
};

const MEMBER_FIELDS: Readonly<Record<string, string>> = {
  birthDate: '出生日期',
  livesTogether: '是不是长期住在一起',
  absence: '现在在不在家',
  schooling: '上学情况',
  disability: '有没有残疾证',
  illness: '身体情况',
  bedriddenMonths: '卧床多久了',
  work: '在做什么',
  income: '每月（每年）有哪些收入',
  workCosts: '上班的必要开销',
  cannotDoAlone: '哪些事自己做不了',
  receives: '现在领着哪些救助',
};

const HOUSEHOLD_FACTS: Readonly<Record<string, string>> = {
  area: '按城市还是农村申请',
  supporters: '不住在一起的父母、子女等亲属',
  spending: '一年里的大开销',
  'assets/financial': '存款、证券、保险等一共多少',
  'assets/vehicles': '有没有车',
  'assets/vehicles/presentValue': '车现在值多少、有没有依据',
  'assets/dwellings': '有几套住房',
  'assets/dwellings/dangerous': '住房是不是危房',
  'assets/businesses': '名下有没有店或公司',
  emergency: '遇到了什么急事',
  'emergency/urgent': '是不是今天就要帮',
  'emergency/startedOn': '从哪天开始的',
};

const SUPPORTER_FIELDS: Readonly<Record<string, string>> = {
  ableToSupport: '这位亲属有没有能力帮',
  pays: '这位亲属每月给多少',
  birthDate: '这位亲属的出生日期',
};

/** What to ask for a missing fact, and of whom: `members/m1/birthDate` → 出生日期, m1. Undefined for an id nobody knows. */
export function questionFor(
  missing: string,
): { readonly title: string; readonly member?: string; readonly supporter?: string } | undefined {
  const [list, id, field] = missing.split('/');
  if (list === 'members' && id !== undefined && field !== undefined) {
    const title = MEMBER_FIELDS[field];
    return title === undefined ? undefined : { title, member: id };
  }
  if (list === 'supporters' && id !== undefined && field !== undefined) {
    const title = SUPPORTER_FIELDS[field];
    return title === undefined ? undefined : { title, supporter: id };
  }
  const title = HOUSEHOLD_FACTS[missing];
  return title === undefined ? undefined : { title };
}
