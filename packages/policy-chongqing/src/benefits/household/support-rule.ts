import type { Node, Outcome } from '@assist/policy';
import { forOfficer, met, rule, unknown } from '@assist/policy';
import type { Household, Supporter } from '../../household.ts';
import { members, SUPPORTERS } from './facts.ts';

/** Support owed by law from people outside the household (MCA57-13, F1-22, F1-31, F1-32): how much counts was not found. */
export function supportRule(id: string): Node<Household> {
  return rule({
    id,
    title: '不住在一起的亲属给多少',
    clauses: ['MCA57-13', 'F1-31', 'F1-32'],
    needs: { supporters: SUPPORTERS, people: members('id', 'income') },
    leftToOfficer: '亲属该给多少，重庆的算法没有查到，由工作人员看。',
    sentences: {
      met: '亲属这一项已经说清楚了。',
      unknown: '还要问一下不住在一起的父母、子女等亲属。',
      'for-officer/able': '有亲属有能力帮一把，该算多少由工作人员和您家一起商量着看。',
      'for-officer/more': '亲属实际给的比收入里填的多，多出来的算多少由工作人员看。',
    },
    decide: ({ supporters, people }) => {
      if (supporters === undefined) return unknown(['supporters']);
      const missing = supporters.flatMap(openOf);
      if (missing.length > 0) return unknown(missing);
      if (supporters.some((one) => one.ableToSupport === true && one.pays === 0)) return forOfficer({ reason: 'able' });
      return comparePaid(supporters, people);
    },
  });
}

function openOf(one: Supporter): string[] {
  const open: string[] = [];
  if (one.ableToSupport === undefined) open.push(`supporters/${one.id}/ableToSupport`);
  if (one.pays === undefined) open.push(`supporters/${one.id}/pays`);
  return open;
}

function comparePaid(supporters: readonly Supporter[], people: readonly Pick<Household['members'][number], 'id' | 'income'>[]): Outcome {
  let paid = 0;
  for (const one of supporters) paid += 12 * (one.pays ?? 0);
  let told = 0;
  const open: string[] = [];
  for (const person of people) {
    if (person.income === undefined) open.push(`members/${person.id}/income`);
    for (const item of person.income ?? []) if (item.kind === 'support') told += item.per === 'month' ? 12 * item.amount : item.amount;
  }
  if (paid <= told) return met();
  return open.length > 0 ? unknown(open) : forOfficer({ reason: 'more' });
}
