import type { Fen, Node } from '@assist/policy';
import { all, fen, forOfficer, inForce, met, notMet, rule, unknown } from '@assist/policy';
import type { Household } from '../../household.ts';
import { DWELLINGS_LOOKED_AT, FINANCIAL_EXEMPT, FINANCIAL_MULTIPLE } from '../../values/property.ts';
import { SUBSISTENCE_STANDARD } from '../../values/standards.ts';
import { BUSINESSES, DWELLINGS, FINANCIAL, members } from './facts.ts';
import { HOUSEHOLD_INCOME } from './household-income.ts';
import { vehiclesRule } from './vehicles-rule.ts';

/**
 * Property (F1-42 to F1-46, CQR2016-13). The limits were read on a mirror of an official page: above one, an officer looks, and
 * nobody is told that it does not fit.
 */
export function propertyRules(prefix: string, clauses: readonly string[]): Node<Household> {
  return all({
    id: `${prefix}/property`,
    title: '家庭财产',
    clauses,
    sentences: {
      met: '财产这一条，按填的情况没有问题。',
      unknown: '财产还差几个问题。',
      'for-officer': '财产里有要工作人员看一看的地方。',
    },
    of: [
      financialRule(`${prefix}/property/financial`),
      vehiclesRule(`${prefix}/property/vehicles`),
      dwellingsRule(`${prefix}/property/dwellings`),
      businessesRule(`${prefix}/property/businesses`),
    ],
  });
}

function financialRule(id: string): Node<Household> {
  return rule({
    id,
    title: '存款、证券、保险等',
    clauses: ['F1-42', 'F1-43', 'MCA57-14'],
    certainty: 'mirror',
    needs: {
      financial: FINANCIAL,
      income: HOUSEHOLD_INCOME,
      people: members('id', 'illness'),
      // Which of the two standards is multiplied was not found (K10): below the lower one it fits either way.
      rural: inForce<Household, Fen>(SUBSISTENCE_STANDARD, 'rural'),
      urban: inForce<Household, Fen>(SUBSISTENCE_STANDARD, 'urban'),
      multiple: inForce<Household, number>(FINANCIAL_MULTIPLE),
      exempt: inForce<Household, Fen>(FINANCIAL_EXEMPT),
    },
    leftToOfficer: '24倍按城市还是农村的标准算，原文没有查到；超过的由工作人员看。',
    sentences: {
      met: '存款等平均每人 {each}，在 {limit}以内。',
      'met/none': '没有存款、证券、保险这些。',
      'met/ill': '存款等平均每人 {each}，有重特大疾病要长期治，可以不算超。',
      unknown: '还要问一下存款、保险等一共多少。',
      'for-officer/uncertain': '存款等平均每人 {each}，比查到的上限 {limit}多。由工作人员核实，不在这里下结论。',
      'for-officer/between': '存款等平均每人 {each}，按哪个标准的24倍算要工作人员看。',
      'for-officer/nobody': '家里算几口人要工作人员先看。',
      'for-officer/no-standard': '这一天的上限没有查到，由工作人员看。',
    },
    decide: ({ financial, income, people, rural, urban, multiple, exempt }) => {
      if (financial === undefined) return unknown(['assets/financial']);
      if (financial === 0) return met({ reason: 'none' });
      const open = income.people.flatMap((person) => person.counting.missing);
      if (open.length > 0) return unknown(open);
      if (rural === undefined || urban === undefined || multiple === undefined) return forOfficer({ reason: 'no-standard' });
      if (income.size === 0) return forOfficer({ reason: 'nobody' });
      const low = Math.min(rural.value, urban.value) * multiple.value;
      const high = Math.max(rural.value, urban.value) * multiple.value;
      const each = financial / income.size;
      const numbers = {
        each: { unit: 'fen' as const, value: fen(Math.ceil(each)) },
        limit: { unit: 'fen' as const, value: fen(each <= low ? low : high) },
      };
      const based = [rural, urban, multiple];
      if (each <= low) return met({ numbers, based });
      const counted = people.filter((_, index) => income.people[index]?.counting.state !== 'not-counted');
      const ill = counted.some((person) => person.illness === 'serious-recognised');
      if (exempt !== undefined && each <= exempt.value) {
        if (ill) return met({ reason: 'ill', numbers, based: [...based, exempt] });
        const ask = counted.filter((person) => person.illness === undefined).map((person) => `members/${person.id}/illness`);
        if (ask.length > 0) return unknown(ask, { numbers, based: [...based, exempt] });
      }
      if (each <= high) return forOfficer({ reason: 'between', numbers, based });
      return notMet({ numbers, based });
    },
  });
}

function dwellingsRule(id: string): Node<Household> {
  return rule({
    id,
    title: '住房',
    clauses: ['F1-45', 'F1-46', 'MCA57-14'],
    certainty: 'mirror',
    needs: { dwellings: DWELLINGS, from: inForce<Household, number>(DWELLINGS_LOOKED_AT) },
    leftToOfficer: '两套以上时，人均面积和最低住房保障标准比、以及大灾大难的放宽，数字没有查到，由工作人员看。',
    sentences: {
      met: '住房这一条没有问题。',
      unknown: '还要问一下住房。',
      'for-officer': '有 {dwellings}套住房，要看人均面积，由工作人员核实。',
    },
    decide: ({ dwellings, from }) => {
      if (dwellings === undefined) return unknown(['assets/dwellings']);
      if (from === undefined) return dwellings.length <= 1 ? met() : forOfficer({ numbers: dwellingCount(dwellings.length) });
      const sound = dwellings.filter((one) => one.dangerous === false).length;
      const open = dwellings.filter((one) => one.dangerous === undefined).length;
      const based = [from];
      if (sound + open < from.value) return met({ numbers: dwellingCount(sound + open), based });
      if (sound < from.value) return unknown(['assets/dwellings/dangerous'], { numbers: dwellingCount(sound + open), based });
      return forOfficer({ numbers: dwellingCount(sound), based });
    },
  });
}

function dwellingCount(value: number) {
  return { dwellings: { unit: 'count' as const, value } };
}

function businessesRule(id: string): Node<Household> {
  return rule({
    id,
    title: '名下的店或公司',
    clauses: ['F1-50', 'MCA57-14'],
    needs: { businesses: BUSINESSES },
    leftToOfficer: '名下有店、有公司的怎么看，现行限额没有查到，由工作人员看实际营收（YM239-1-2a）。',
    sentences: {
      met: '名下没有店和公司。',
      unknown: '还要问一下名下有没有店或公司。',
      'for-officer': '名下有 {businesses}家店或公司，由工作人员看实际经营情况。',
    },
    decide: ({ businesses }) => {
      if (businesses === undefined) return unknown(['assets/businesses']);
      return businesses === 0 ? met() : forOfficer({ numbers: { businesses: { unit: 'count', value: businesses } } });
    },
  });
}
