import type { DatedValue, Figures } from '@assist/policy';
import { inForce } from '@assist/policy';
import type { Household } from '../../household.ts';
import { COSTS_FIRST, COSTS_SECOND, PREMIUM_DESTITUTE, PREMIUM_OTHER, PREMIUM_SUBSISTENCE } from '../../values/referrals.ts';
import { EMERGENCY, members, SPENDING } from '../household/facts.ts';
import type { Group, Recognised } from './recognised.ts';
import { inOneOf } from './recognised.ts';
import { referral } from './referral.ts';
import { or, someone, told } from './someone.ts';

const ratio = (value: DatedValue<number>) => ({ unit: 'ratio' as const, value: value.value });
const open = (recognised: Recognised, group: Group) => recognised[group].verdict === 'met' || recognised[group].verdict === 'for-officer';

export const MEDICAL_INSURANCE = referral({
  id: 'medical-insurance',
  title: '医保缴费有资助',
  about: '参加居民医保一档，个人缴的钱由救助资金帮着出。自愿参加二档的，按一档的个人缴费帮。',
  handledBy: '医保部门',
  clauses: ['YMF12-9a', 'YMF12-9b', 'YMF12-9c', 'YMF12-9d', 'SAL2026-24'],
  leftToOfficer: '参保资助按认定的身份办，由医保部门定。',
  sentences: { met: '医保缴费大概率可以帮出 {rate}。', 'for-officer': '身份认定下来，医保缴费可以帮出 {rate}。' },
  needs: {
    first: inForce<Household, number>(PREMIUM_DESTITUTE),
    second: inForce<Household, number>(PREMIUM_SUBSISTENCE),
    third: inForce<Household, number>(PREMIUM_OTHER),
  },
  standings: ({ recognised, third }) => [inOneOf(recognised, ['destitute', 'subsistence', 'marginal']), dated(third)],
  figures: ({ recognised, first, second, third }): Figures => {
    const rate = open(recognised, 'destitute') ? first : open(recognised, 'subsistence') ? second : third;
    return rate === undefined ? { numbers: {} } : { numbers: { rate: ratio(rate) }, based: [rate] };
  },
});

export const MEDICAL_COSTS = referral({
  id: 'medical-costs',
  title: '医疗救助',
  about: '看病的钱，医保和大病保险报过以后，自己还要出的部分按比例救助；还是很重的再倾斜。',
  handledBy: '医保部门',
  clauses: ['YMF12-9e', 'YMF12-9f', 'YMF12-9g', 'YMF12-9h', 'SAL2026-24'],
  leftToOfficer: '哪些费用在政策范围内、倾斜救助给多少，由医保部门看。',
  sentences: {
    met: '政策范围内自己出的部分，大概率救助不低于 {rate}。',
    'for-officer': '身份认定下来，政策范围内自己出的部分救助不低于 {rate}。',
  },
  needs: {
    people: members('id', 'illness'),
    spending: SPENDING,
    first: inForce<Household, number>(COSTS_FIRST),
    second: inForce<Household, number>(COSTS_SECOND),
  },
  standings: ({ recognised, people, spending, second }) => [
    inOneOf(recognised, ['destitute', 'subsistence', 'marginal', 'rigid']),
    someone([...people, undefined], (one) =>
      one === undefined
        ? told(spending, 'spending', (items) => items.some((item) => item.kind === 'medical' && item.amount > 0))
        : or(told(one.illness, `members/${one.id}/illness`, (illness) => illness !== 'none')),
    ),
    dated(second),
  ],
  figures: ({ recognised, first, second }): Figures => {
    const rate = open(recognised, 'destitute') || open(recognised, 'subsistence') ? first : second;
    return rate === undefined ? { numbers: {} } : { numbers: { rate: ratio(rate) }, based: [rate] };
  },
});

export const EMERGENCY_TREATMENT = referral({
  id: 'emergency-treatment',
  title: '疾病应急救助',
  about: '要急救、一时付不起或者身份不明的，先救，费用由应急救助基金付。',
  handledBy: '医院和卫生健康部门',
  clauses: ['YMF12-9i', 'SAL2026-30'],
  leftToOfficer: '符不符合急救的规定，由医院和卫生健康部门定。',
  needs: { emergency: EMERGENCY },
  someoneLooks: true,
  standings: ({ emergency }) => {
    if (emergency === undefined) return [{ verdict: 'unknown', missing: ['emergency'] }];
    if (emergency === false || (emergency.kind !== 'illness' && emergency.kind !== 'accident'))
      return [{ verdict: 'not-met', missing: [] }];
    if (emergency.urgent === undefined) return [{ verdict: 'unknown', missing: ['emergency/urgent'] }];
    return [{ verdict: emergency.urgent ? 'met' : 'not-met', missing: [] }];
  },
});

/** Before the first day nothing is said to fit or not: somebody looks. */
function dated(value: DatedValue<unknown> | undefined) {
  return { verdict: value === undefined ? ('for-officer' as const) : ('met' as const), missing: [] };
}
