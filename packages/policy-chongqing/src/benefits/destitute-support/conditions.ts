import type { DatedTable, Node, Numbers, Outcome } from '@assist/policy';
import { ageOn, all, eachOf, fen, forOfficer, inForce, met, notMet, rule, shared, unknown } from '@assist/policy';
import type { Household, Member } from '../../household.ts';
import { MINOR_AGE, NO_WORK_GRADES, OLD_AGE, SUPPORTER_AGE, SUPPORTER_RECIPIENT_AGE } from '../../values/destitute.ts';
import { ADULT_AGE } from '../../values/multiples.ts';
import { BUSINESSES, DWELLINGS, FINANCIAL, member, members, SUPPORTERS, VEHICLES } from '../household/facts.ts';
import { incomeOfMember } from '../household/income-of-member.ts';
import { STANDARD } from '../household/line.ts';
import type { Obligor } from './obligors.ts';
import { obligorInside, obligorOutside } from './obligors.ts';

const ID = 'destitute-support';
const value = <V>(table: DatedTable<V>) => inForce<Household, V>(table);

const noLabour = rule({
  id: `${ID}/no-labour`,
  title: '没有劳动能力',
  clauses: ['DESTITUTE2021-5', 'SAL2026-16'],
  needs: { person: member('id', 'birthDate', 'disability'), old: value(OLD_AGE), minor: value(MINOR_AGE), grades: value(NO_WORK_GRADES) },
  leftToOfficer: '多重残疾看其中哪一类、市里另外规定的情形，由工作人员看。',
  sentences: {
    met: '这位家人属于没有劳动能力的情形。',
    'not-met': '按年龄和残疾情况，这位家人不在特困供养说的“没有劳动能力”里面。',
    unknown: '还要问这位家人的出生日期和残疾情况。',
    'for-officer': '这位家人的情况要工作人员看。',
  },
  decide: ({ person, old, minor, grades }, on) => {
    if (old === undefined || minor === undefined || grades === undefined) return forOfficer();
    const based = [old, minor, grades];
    if (person.birthDate !== undefined) {
      const age = ageOn(person.birthDate, on);
      if (age >= old.value || age < minor.value) return met({ based });
    }
    const { disability } = person;
    if (disability && isWithin(disability, grades.value)) return met({ based });
    const missing: string[] = [];
    if (person.birthDate === undefined) missing.push(`members/${person.id}/birthDate`);
    if (disability === undefined) missing.push(`members/${person.id}/disability`);
    if (missing.length > 0) return unknown(missing, { based });
    return disability && disability.category === 'multiple' ? forOfficer({ based }) : notMet({ based });
  },
});

type Grades = Readonly<Record<'intellectual' | 'mental' | 'physical' | 'visual', number>>;
function isWithin(disability: Exclude<NonNullable<Member['disability']>, false>, grades: Grades): boolean {
  const { category, grade } = disability;
  return (
    (category === 'intellectual' || category === 'mental' || category === 'physical' || category === 'visual') && grade <= grades[category]
  );
}

const noLivelihood = rule({
  id: `${ID}/no-livelihood`,
  title: '没有生活来源',
  clauses: ['DESTITUTE2021-6'],
  needs: { person: member('id', 'income', 'workCosts'), standard: STANDARD },
  leftToOfficer: '哪些社会保险不算收入、必要的上班开销扣多少，由工作人员看。',
  sentences: {
    met: '这位家人每月约 {own}，比低保线 {line}低。',
    'not-met': '这位家人每月约 {own}，比低保线 {line}高。',
    unknown: '还要问这位家人有哪些收入。',
    'for-officer/uncertain': '这位家人每月约 {own}，比目前查到的低保线 {line}高；标准还要工作人员核实。',
    'for-officer/no-standard': '这个地方、这一天的标准没有查到，由工作人员来看。',
    'for-officer': '这位家人的收入和低保线差不多，有的钱算不算要工作人员看。',
  },
  decide: ({ person, standard }) => {
    if (standard === undefined) return forOfficer({ reason: 'no-standard' });
    // Here the basic pension is left out without an end (DESTITUTE2021-6).
    const income = incomeOfMember(person, 'left-out');
    const low = 12 * standard.low.value;
    const high = 12 * standard.high.value;
    const told = person.income !== undefined;
    const numbers = (line: number): Numbers =>
      told
        ? {
            own: { unit: 'fen-per-month', value: fen(Math.floor(income.likely / 12)) },
            line: { unit: 'fen-per-month', value: fen(line / 12) },
          }
        : {};
    const based = [standard.low, standard.high];
    if (income.high < low) return met({ numbers: numbers(low), based });
    if (income.low > high) return notMet({ numbers: numbers(high), based });
    const missing = [...income.missing, ...(standard.open ? ['area'] : [])];
    return missing.length > 0 ? unknown(missing, { based }) : forOfficer({ numbers: numbers(low), based });
  },
});

const noSupport = rule({
  id: `${ID}/no-support`,
  title: '没有能赡养、抚养、扶养的人',
  clauses: ['DESTITUTE2021-4', 'DESTITUTE2021-8'],
  needs: {
    person: member('id', 'relation'),
    people: members('id', 'relation', 'birthDate', 'absence', 'disability', 'receives'),
    supporters: SUPPORTERS,
    adult: value(ADULT_AGE),
    supporter: value(SUPPORTER_AGE),
    recipient: value(SUPPORTER_RECIPIENT_AGE),
  },
  leftToOfficer: '亲属有没有能力，除了文件列明、一眼看得出的，都由工作人员看。',
  sentences: {
    met: '没有能赡养、抚养、扶养这位家人的人。',
    'not-met': '这位家人有能赡养、抚养或扶养的亲属。',
    unknown: '还要问问亲属的情况。',
    'for-officer': '亲属有没有能力，要工作人员看过才能定。',
  },
  decide: ({ person, people, supporters, adult, supporter, recipient }, on) => {
    const limits = { adult, supporter, recipient };
    const based = [adult, supporter, recipient];
    const missing: string[] = [];
    let officer = false;
    const obligors: Obligor[] = [];
    for (const one of people) if (one.id !== person.id) obligors.push(obligorInside(person, one, on, limits));
    for (const one of supporters ?? []) obligors.push(obligorOutside(one));
    for (const one of obligors) {
      if (one.verdict === 'not-met') return notMet({ based });
      if (one.verdict === 'for-officer') officer = true;
      if (one.missing.length > 0) missing.push(...one.missing);
    }
    if (supporters === undefined) missing.push('supporters');
    if (missing.length > 0) return unknown(missing, { based });
    return officer ? forOfficer({ based }) : met({ based });
  },
});

const property = rule({
  id: `${ID}/property`,
  title: '家庭财产',
  clauses: ['DESTITUTE2021-6', 'DESTITUTE2021-7', 'F5-11'],
  needs: { financial: FINANCIAL, vehicles: VEHICLES, dwellings: DWELLINGS, businesses: BUSINESSES },
  leftToOfficer: '特困供养的财产限额，重庆的规定没有查到；有财产的都由工作人员看。',
  sentences: {
    met: '没有存款、车、房、店这些，财产这一条没有问题。',
    unknown: '还要问问财产。',
    'for-officer': '特困供养的财产限额没有查到，由工作人员看。',
  },
  decide: ({ financial, vehicles, dwellings, businesses }): Outcome => {
    const missing: string[] = [];
    if (financial === undefined) missing.push('assets/financial');
    if (vehicles === undefined) missing.push('assets/vehicles');
    if (dwellings === undefined) missing.push('assets/dwellings');
    if (businesses === undefined) missing.push('assets/businesses');
    if (missing.length > 0) return unknown(missing);
    return financial === 0 && vehicles?.length === 0 && dwellings?.length === 0 && businesses === 0 ? met() : forOfficer();
  },
});

const each = all({
  id: `${ID}/person`,
  title: '这位家人',
  sentences: {
    met: '这位家人大概率够得上特困供养。',
    'not-met': '这位家人目前够不上特困供养。',
    'for-officer': '这位家人要工作人员看过才能定。',
    unknown: '这位家人还差几个问题。',
  },
  of: [noLabour, noLivelihood, noSupport, property],
});

/** Looked at member by member: one person is enough for the benefit to be worth an application. */
export const DESTITUTE_CONDITIONS = shared<Household, Node<Household>>(
  eachOf({ id: `${ID}/conditions`, title: '家里每个人', node: each, ids: members('id'), combine: 'any' }),
);
