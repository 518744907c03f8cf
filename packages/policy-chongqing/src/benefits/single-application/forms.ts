import type { DatedTable, Finding, Node, Outcome, Source } from '@assist/policy';
import { ageOn, forOfficer, inForce, met, notMet, rule, unknown } from '@assist/policy';
import type { Household, Member } from '../../household.ts';
import { ADULT_AGE } from '../../values/multiples.ts';
import { RELIGIOUS_ALONE, SEVERE_ALONE, SINGLE_MIND_GRADE, SPECIAL_HARDSHIP } from '../../values/single-application.ts';
import { SEVERE_GRADE } from '../../values/top-ups.ts';
import { member, missingOf } from '../household/facts.ts';
import { MARGINAL_CONDITIONS } from '../marginal-family/conditions.ts';

export const ID = 'single-application';
export const value = <V>(
  table: DatedTable<V>,
): Source<Household, ReturnType<typeof inForce<Household, V>> extends Source<Household, infer R> ? R : never> =>
  inForce<Household, V>(table);

/** Passes the verdict of another benefit on, as one limb. */
export function asFound(finding: Finding): Outcome {
  if (finding.verdict === 'met') return met();
  if (finding.verdict === 'not-met') return notMet();
  return finding.verdict === 'unknown' ? unknown(finding.missing) : forOfficer();
}

/** Forms one and two stand on the family being a marginal one (MCA57-8, YM239-1-4b). */
export function inMarginalFamily(id: string): Node<Household> {
  return rule({
    id,
    title: '家里是边缘家庭',
    clauses: ['MCA57-8', 'YM239-1-4b', 'YMF12-8b'],
    needs: { marginal: MARGINAL_CONDITIONS.finding },
    leftToOfficer: '是不是边缘家庭要工作人员看时，这一种也要看。',
    sentences: {
      met: '您家大概率是边缘家庭。',
      'not-met': '您家目前不在边缘家庭里，这一种单独申请用不上。',
      unknown: '要先看是不是边缘家庭。',
      'for-officer': '是不是边缘家庭要工作人员看。',
    },
    decide: ({ marginal }) => asFound(marginal),
  });
}

/** Severely disabled, or disabled of mind at grade three (MCA57-8 (1), F1-11). */
export const disabledEnough = rule({
  id: `${ID}/disabled-in-marginal/disabled`,
  title: '一、二级残疾，或三级智力、精神残疾',
  clauses: ['MCA57-8', 'F1-11', 'YM239-1-4b'],
  needs: { person: member('id', 'disability'), severe: value(SEVERE_GRADE), mind: value(SINGLE_MIND_GRADE) },
  leftToOfficer: '三级多重残疾里有没有智力、精神残疾，由工作人员看证件。',
  sentences: {
    met: '残疾等级符合。',
    'not-met': '没有这样的残疾证。',
    unknown: '还要问有没有残疾证。',
    'for-officer': '多重残疾由工作人员看证件。',
  },
  decide: ({ person, severe, mind }) => {
    const { disability } = person;
    if (disability === undefined) return unknown([missingOf(person.id, 'disability')]);
    if (severe === undefined || mind === undefined) return forOfficer();
    const based = [severe, mind];
    if (disability === false) return notMet({ based });
    if (disability.grade <= severe.value) return met({ based });
    if (disability.grade > mind.value) return notMet({ based });
    if (disability.category === 'multiple') return forOfficer({ based });
    return disability.category === 'intellectual' || disability.category === 'mental' ? met({ based }) : notMet({ based });
  },
});

/** A serious illness, recognised by those who recognise it (MCA57-8 (2), F1-12). */
export const illEnough = rule({
  id: `${ID}/ill-in-marginal/ill`,
  title: '认定过的重特大疾病',
  clauses: ['MCA57-8', 'F1-12', 'YM239-1-4b'],
  needs: { person: member('id', 'illness') },
  leftToOfficer: '病算不算重特大疾病，由有关部门认定。',
  sentences: {
    met: '病情认定过。',
    'not-met': '没有这样的病。',
    unknown: '还要问身体情况。',
    'for-officer': '病还没有认定，请工作人员帮着问有关部门。',
  },
  decide: ({ person }) => {
    if (person.illness === undefined) return unknown([missingOf(person.id, 'illness')]);
    if (person.illness === 'serious-recognised') return met();
    return person.illness === 'serious-not-recognised' ? forOfficer() : notMet();
  },
});

/** Religious staff three years away who live in hardship (MCA57-8 (3), F1-13): hardship is an officer's. */
export const religiousStaff = rule({
  id: `${ID}/religious`,
  title: '离家三年以上、生活困难的宗教教职人员',
  clauses: ['MCA57-8', 'F1-13'],
  needs: { person: member('id', 'absence'), from: value(RELIGIOUS_ALONE) },
  leftToOfficer: '生活困难到什么程度，由工作人员看。',
  sentences: { 'not-met': '不是这种情况。', unknown: '还要问现在在不在家。', 'for-officer': '可以自己单独申请，困难程度由工作人员看。' },
  decide: ({ person, from }) => {
    if (person.absence === undefined) return unknown([missingOf(person.id, 'absence')]);
    if (person.absence !== 'religious-three-years' || from === undefined) return notMet({ based: [from] });
    return forOfficer({ based: [from] });
  },
});

/** The Law's third kind (SAL2026-21): people in special hardship. No document says who that is. */
export const specialHardship = rule({
  id: `${ID}/special-hardship/hardship`,
  title: '确有特殊困难',
  clauses: ['SAL2026-21', 'F4-03'],
  needs: { from: value(SPECIAL_HARDSHIP) },
  leftToOfficer: '哪些算确有特殊困难，文件没有写，由工作人员看。',
  sentences: { 'not-met': '这一天还没有这一种。', 'for-officer': '要是确实有特别的难处，可以说给工作人员听。' },
  decide: ({ from }) => (from === undefined ? notMet() : forOfficer({ based: [from] })),
});

/** Grown up, severely disabled and without work (YM239-1-1e, YMF12-8c). */
export const adultSevereWithoutWork = rule({
  id: `${ID}/adult-severe/person`,
  title: '成年、重度残疾、没有工作',
  clauses: ['YM239-1-1e', 'YMF12-8c', 'F1-15'],
  needs: {
    person: member('id', 'birthDate', 'disability', 'work'),
    adult: value(ADULT_AGE),
    severe: value(SEVERE_GRADE),
    from: value(SEVERE_ALONE),
  },
  leftToOfficer: '打零工算不算没有工作，由工作人员看。',
  sentences: {
    met: '成年、重度残疾、没有工作，可以按一个人单独申请。',
    'not-met': '不是成年无业重度残疾的情况。',
    unknown: '还要问年龄、残疾和工作情况。',
    'for-officer': '有零工或别的情况，由工作人员看算不算没有工作。',
  },
  decide: ({ person, adult, severe, from }, on) => {
    if (adult === undefined || severe === undefined) return forOfficer();
    if (from === undefined) return notMet();
    const based = [adult, severe, from];
    const { birthDate, disability, work } = person;
    if (birthDate !== undefined && ageOn(birthDate, on) < adult.value) return notMet({ based });
    if (disability === false || (disability !== undefined && disability.grade > severe.value)) return notMet({ based });
    if (work === 'employed' || work === 'business') return notMet({ based });
    const missing = open(person);
    if (missing.length > 0) return unknown(missing, { based });
    return work === 'flexible' || work === 'farming' ? forOfficer({ based }) : met({ based });
  },
});

function open(person: Pick<Member, 'id' | 'birthDate' | 'disability' | 'work'>): string[] {
  const fields = ['birthDate', 'disability', 'work'] as const;
  return fields.filter((field) => person[field] === undefined).map((field) => missingOf(person.id, field));
}
