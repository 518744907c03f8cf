import type { DatedValue, Figures } from '@assist/policy';
import { inForce } from '@assist/policy';
import type { Household } from '../../household.ts';
import {
  COSTS_FIRST,
  COSTS_SECOND,
  PREMIUM_DESTITUTE,
  PREMIUM_OTHER,
  PREMIUM_SECOND_TIER,
  PREMIUM_SUBSISTENCE,
} from '../../values/referrals.ts';
import { EMERGENCY, members, SPENDING } from '../household/facts.ts';
import type { Group, Recognised, Standing } from './recognised.ts';
import { inOneOf } from './recognised.ts';
import { referral } from './referral.ts';
import { someone, told, toldOf } from './someone.ts';

const ratio = (value: DatedValue<number>) => ({ unit: 'ratio' as const, value: value.value });
const open = (recognised: Recognised, group: Group) => recognised[group].verdict === 'met' || recognised[group].verdict === 'for-officer';

export const MEDICAL_INSURANCE = referral({
  id: 'medical-insurance',
  title: '医保缴费有资助',
  about: '参加居民医保，个人缴的钱由救助资金帮着出。一档、二档帮法不一样。',
  handledBy: '医保部门',
  clauses: ['YMF12-9a', 'YMF12-9b', 'YMF12-9c', 'YMF12-9d', 'YMF12-18', 'SAL2026-24'],
  leftToOfficer: '参保资助按认定的身份办，防返贫监测对象等算不算“其他符合条件”的，由医保部门定。',
  sentences: {
    met: '医保缴费：参加一档的，大概率帮出 {rate}；选二档的，帮出一档个人缴费的 {secondTier}。',
    'for-officer': '身份认定下来，参加一档的帮出 {rate}；选二档的，帮出一档个人缴费的 {secondTier}。',
  },
  needs: {
    first: inForce<Household, number>(PREMIUM_DESTITUTE),
    second: inForce<Household, number>(PREMIUM_SUBSISTENCE),
    third: inForce<Household, number>(PREMIUM_OTHER),
    secondTier: inForce<Household, number>(PREMIUM_SECOND_TIER),
  },
  standings: ({ recognised, third }) => [
    orMonitored(inOneOf(recognised, ['destitute', 'subsistence', 'marginal']), recognised),
    dated(third),
  ],
  figures: ({ recognised, first, second, third, secondTier }): Figures => {
    const rate = open(recognised, 'destitute') ? first : open(recognised, 'subsistence') ? second : third;
    if (rate === undefined || secondTier === undefined) return { numbers: {} };
    return { numbers: { rate: ratio(rate), secondTier: ratio(secondTier) }, based: [rate, secondTier] };
  },
});

const FIRST_OR_SECOND: readonly Group[] = ['destitute', 'subsistence', 'marginal', 'monitored'];
const IN_MEDICAL_HELP: readonly Group[] = [...FIRST_OR_SECOND, 'rigid'];

export const MEDICAL_COSTS = referral({
  id: 'medical-costs',
  title: '医疗救助',
  about: '看病的钱，医保和大病保险报过以后，自己还要出的部分按比例救助。',
  handledBy: '医保部门',
  clauses: ['YMF12-9e', 'YMF12-9f', 'YMF12-9g', 'YMF12-18', 'SAL2026-24'],
  leftToOfficer: '哪些费用在政策范围内、刚性支出困难家庭救助多少，由医保部门看。',
  sentences: {
    met: '政策范围内自己出的部分，大概率救助不低于 {rate}。',
    'for-officer': '身份认定下来，政策范围内自己出的部分救助不低于 {rate}。',
    'met/rigid': '大病住院、慢特病长期门诊，大概率可以按规定救助，比例由医保部门定。',
    'for-officer/rigid': '认定是刚性支出困难家庭的，大病住院、慢特病长期门诊按规定救助，比例由医保部门定。',
  },
  needs: {
    people: members('id', 'illness'),
    spending: SPENDING,
    first: inForce<Household, number>(COSTS_FIRST),
    second: inForce<Household, number>(COSTS_SECOND),
  },
  standings: ({ recognised, people, spending, second }) => [
    inOneOf(recognised, IN_MEDICAL_HELP),
    someone([...people, undefined], (one) =>
      one === undefined ? paidForTreatment(spending) : toldOf(one.id, 'illness', one.illness, (illness) => illness !== 'none'),
    ),
    dated(second),
  ],
  figures: ({ recognised, first, second }): Figures => {
    // For rigid expenditure the text names no part (YMF12-9g), so none is told.
    if (FIRST_OR_SECOND.every((group) => !open(recognised, group)))
      return { numbers: {}, ...(open(recognised, 'rigid') && { reason: 'rigid' }) };
    const rate = open(recognised, 'destitute') || open(recognised, 'subsistence') ? first : second;
    return rate === undefined ? { numbers: {} } : { numbers: { rate: ratio(rate) }, based: [rate] };
  },
});

export const MEDICAL_TILT = referral({
  id: 'medical-tilt',
  title: '看病负担还是很重的，再帮一把',
  about: '医保、大病保险、医疗救助都报过，自己要出的还是很重的，可以再申请倾斜救助。',
  handledBy: '医保部门',
  clauses: ['YMF12-9h', 'SAL2026-24'],
  leftToOfficer: '多重算很重、再给多少，由医保部门看。',
  sentences: { 'for-officer': '都报过以后自己出的还是很重的，可以再问医保部门；给多少由医保部门看。' },
  needs: { spending: SPENDING },
  someoneLooks: true,
  standings: ({ recognised, spending }) => [inOneOf(recognised, IN_MEDICAL_HELP), someone([spending], paidForTreatment)],
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

const paidForTreatment = (spending: Household['spending']) =>
  told(spending, 'spending', (items) => items.some((item) => item.kind === 'medical' && item.amount > 0));

/** "Others who fit" (YMF12-9c) is not spelled out: whether people monitored against falling back do, somebody looks (YMF12-18). */
function orMonitored(standing: Standing, recognised: Recognised): Standing {
  return standing.verdict === 'not-met' && recognised.monitored.verdict === 'met' ? { verdict: 'for-officer', missing: [] } : standing;
}

/** Before the first day nothing is said to fit or not: somebody looks. */
function dated(value: DatedValue<unknown> | undefined) {
  return { verdict: value === undefined ? ('for-officer' as const) : ('met' as const), missing: [] };
}
