import type { CivilDate, DatedValue, Fen, Figures } from '@assist/policy';
import { ageOn, inForce } from '@assist/policy';
import type { DisabilityCategory, Household, Member } from '../../household.ts';
import {
  BEDRIDDEN_MONTHS,
  ELDER_AGED,
  ELDER_AGED_AGE,
  ELDER_DISABLED,
  ELDER_DISABLED_AGE,
  LIVING_ALLOWANCE,
  NURSING_ALLOWANCE,
  OLD_AGE_ALLOWANCE,
} from '../../values/referrals.ts';
import { members } from '../household/facts.ts';
import type { Group, Standing } from './recognised.ts';
import { inOneOf } from './recognised.ts';
import { referral } from './referral.ts';
import type { Answer } from './someone.ts';
import { and, or, someone, toldOf } from './someone.ts';

const value = <V>(table: Parameters<typeof inForce<Household, V>>[0]) => inForce<Household, V>(table);
type Told = Pick<Member, 'id' | 'birthDate' | 'disability' | 'bedriddenMonths'>;

/** Amounts of these were read second-hand (or a page of one district only): nobody is told that they do not fit because of one. */
function unsure(standing: Standing, certain: DatedValue<unknown> | undefined): Standing {
  if (standing.verdict !== 'not-met' || certain?.certainty === 'page' || certain?.certainty === 'full-text') return standing;
  return { verdict: 'for-officer', missing: [] };
}
function amount(table: DatedValue<Fen> | undefined): Figures {
  return table === undefined ? { numbers: {} } : { numbers: { allowance: { unit: 'fen-per-month', value: table.value } }, based: [table] };
}
const disabled = (one: Pick<Told, 'id' | 'disability'>, grade: number): Answer =>
  toldOf(one.id, 'disability', one.disability, (disability) => disability !== false && disability.grade <= grade);
const isDisabled = (one: Pick<Told, 'id' | 'disability'>): Answer =>
  toldOf(one.id, 'disability', one.disability, (disability) => disability !== false);
const aged = (one: Pick<Told, 'id' | 'birthDate'>, from: number, on: CivilDate): Answer =>
  toldOf(one.id, 'birthDate', one.birthDate, (birth) => ageOn(birth, on) >= from);

export const DISABILITY_LIVING = referral({
  id: 'disability-living-allowance',
  title: '困难残疾人生活补贴',
  about: '低保家庭里的残疾人，每月有一份生活补贴。',
  handledBy: '户口所在镇街',
  clauses: ['JLP53-6-6d', 'YC67-3-1b', 'F7-01'],
  leftToOfficer: '2023年以后的标准没有查到；鼓励扩大到边缘、刚性家庭，看本区有没有（YMF12-16d）。',
  sentences: {
    met: '大概率每月约 {allowance}。',
    'for-officer': '低保批下来的话，可能每月约 {allowance}。',
    'for-officer/none': '由镇街看过再定。',
  },
  needs: { people: members('id', 'disability'), table: value(LIVING_ALLOWANCE) },
  standings: ({ recognised, people }) => [inOneOf(recognised, ['subsistence']), someone(people, isDisabled)],
  figures: ({ table }) => withReason(amount(table)),
});

export const DISABILITY_NURSING = referral({
  id: 'disability-nursing-allowance',
  title: '重度残疾人护理补贴',
  about: '一、二级残疾、需要长期照护的人，每月有一份护理补贴，不看家里收入。',
  handledBy: '户口所在镇街',
  clauses: ['JLP53-6-6d', 'YC67-3-1b', 'F7-01'],
  leftToOfficer: '2023年以后的标准没有查到，由镇街按现行标准办。',
  sentences: { met: '大概率每月约 {allowance}。', 'for-officer/none': '由镇街看过再定。' },
  needs: { people: members('id', 'disability'), table: value(NURSING_ALLOWANCE) },
  standings: ({ people, table }) => {
    // Up to which grade was read second-hand: nobody with a certificate is told that it does not fit because of it.
    const anyGrade = someone(people, isDisabled);
    const severe = table === undefined ? NOBODY : someone(people, (one) => disabled(one, table.value.length));
    return [severe.verdict === 'not-met' && anyGrade.verdict === 'met' ? unsure(severe, table) : severe];
  },
  figures: ({ people, table }): Figures => {
    const grades = people.flatMap((one) => (one.disability ? [one.disability.grade] : []));
    const each = table?.value[Math.min(...grades, 5) - 1];
    return table === undefined || each === undefined
      ? { numbers: {}, reason: 'none' }
      : { numbers: { allowance: { unit: 'fen-per-month', value: each } }, based: [table] };
  },
});

const UNABLE: readonly DisabilityCategory[] = ['physical', 'intellectual', 'mental', 'visual'];

/** Cannot look after themselves: severely disabled in one of four ways, or bedridden for six months (F7-03). */
function unableElder(one: Told, on: CivilDate, age: number, months: number): Answer {
  return and(
    aged(one, age, on),
    or(
      toldOf(one.id, 'disability', one.disability, (it) => it !== false && it.grade <= 2 && UNABLE.includes(it.category)),
      toldOf(one.id, 'bedriddenMonths', one.bedriddenMonths, (bedridden) => bedridden >= months),
    ),
  );
}

export const ELDER_DISABLED_SUBSIDY = referral({
  id: 'elder-disabled-subsidy',
  title: '经济困难失能老人养老服务补贴',
  about: '领低保、特困，满六十岁、生活不能自理的老人，每月有一份。',
  handledBy: '镇街',
  clauses: ['JLP53-6-6d', 'YC67-1', 'F7-03', 'F7-05'],
  leftToOfficer: '自理能力怎么看、和护理补贴怎么就高不就低，由镇街定。',
  sentences: {
    met: '大概率每月约 {allowance}。',
    'for-officer': '身份认定下来的话，可能每月约 {allowance}。',
    'for-officer/none': '由镇街看过再定。',
  },
  needs: {
    people: members('id', 'birthDate', 'disability', 'bedriddenMonths'),
    age: value(ELDER_DISABLED_AGE),
    months: value(BEDRIDDEN_MONTHS),
    table: value(ELDER_DISABLED),
  },
  standings: ({ recognised, people, age, months }, on) => [
    inOneOf(recognised, ['destitute', 'subsistence']),
    unsure(
      age === undefined || months === undefined ? NOBODY : someone(people, (one) => unableElder(one, on, age.value, months.value)),
      age,
    ),
  ],
  figures: ({ table }) => withReason(amount(table)),
});

export const ELDER_AGED_SUBSIDY = referral({
  id: 'elder-aged-subsidy',
  title: '经济困难高龄老人养老服务补贴',
  about: '领低保、特困，满八十岁的老人，每月有一份；生活不能自理的走失能那一份，不重复。',
  handledBy: '镇街',
  clauses: ['JLP53-6-6d', 'YC67-1', 'F7-04'],
  leftToOfficer: '走高龄还是失能，由镇街定。',
  sentences: {
    met: '大概率每月约 {allowance}。',
    'for-officer': '身份认定下来的话，可能每月约 {allowance}。',
    'for-officer/none': '由镇街看过再定。',
  },
  needs: { people: members('id', 'birthDate'), age: value(ELDER_AGED_AGE), table: value(ELDER_AGED) },
  standings: ({ recognised, people, age }, on) => [
    inOneOf(recognised, ['destitute', 'subsistence']),
    unsure(age === undefined ? NOBODY : someone(people, (one) => aged(one, age.value, on)), age),
  ],
  figures: ({ table }) => withReason(amount(table)),
});

export const OLD_AGE_ALLOWANCE_BENEFIT = referral({
  id: 'old-age-allowance',
  title: '高龄津贴',
  about: '八十岁以上的老人有一份津贴，金额各区自己定。',
  handledBy: '户口所在镇街',
  clauses: ['JLP53-6-6d', 'F7-11', 'F7-12', 'F7-13', 'F7-14'],
  leftToOfficer: '本区的金额没有查到或者没有在官方页面读到的，由镇街按现行标准办；有的区七十岁以上的低保老人也有。',
  sentences: {
    met: '大概率每月约 {allowance}。',
    'for-officer': '可能每月约 {allowance}，由镇街看过再定。',
    'for-officer/none': '本区的金额没有查到，请问镇街。',
    'met/none': '大概率有一份，金额请问镇街。',
  },
  needs: { people: members('id', 'birthDate'), steps: value(OLD_AGE_ALLOWANCE), age: value(ELDER_AGED_AGE) },
  standings: ({ people, steps, age }, on) => {
    // The district's own paper says from what age; only without one does the age of the city's subsidy stand in.
    const from = steps === undefined ? (age?.value ?? Number.POSITIVE_INFINITY) : Math.min(...steps.value.map((step) => step.from));
    return [
      unsure(
        someone(people, (one) => aged(one, from, on)),
        steps,
      ),
    ];
  },
  figures: ({ people, steps }, on): Figures => {
    const oldest = people.reduce((most, one) => Math.max(most, one.birthDate === undefined ? 0 : ageOn(one.birthDate, on)), 0);
    const step = steps?.value.find((one) => oldest >= one.from);
    return steps === undefined || step === undefined
      ? { numbers: {}, reason: 'none' }
      : { numbers: { allowance: { unit: 'fen-per-month', value: step.amount } }, based: [steps] };
  },
});

/** "In hardship" is not defined (YMF12-15b): families in the allowance, destitute or marginal are shown the way, and somebody looks. */
const IN_HARDSHIP: readonly Group[] = ['destitute', 'subsistence', 'marginal'];

export const COLLECTIVE_CARE = referral({
  id: 'collective-care',
  title: '失能老人集中照护',
  about: '经济困难、生活不能自理的老人，可以到机构集中照护，有补贴。',
  handledBy: '镇街和民政部门',
  clauses: ['YMF12-15b', 'JLP53-6-6d', 'F7-15'],
  leftToOfficer: '重庆的条件和金额没有查到，由民政部门看。',
  needs: {
    people: members('id', 'birthDate', 'disability', 'bedriddenMonths'),
    age: value(ELDER_DISABLED_AGE),
    months: value(BEDRIDDEN_MONTHS),
  },
  someoneLooks: true,
  standings: ({ recognised, people, age, months }, on) => [
    inOneOf(recognised, IN_HARDSHIP),
    unsure(
      age === undefined || months === undefined ? NOBODY : someone(people, (one) => unableElder(one, on, age.value, months.value)),
      age,
    ),
  ],
});

const NOBODY: Standing = { verdict: 'for-officer', missing: [] };

function withReason(figures: Figures): Figures {
  return figures.numbers.allowance === undefined ? { ...figures, reason: 'none' } : figures;
}
