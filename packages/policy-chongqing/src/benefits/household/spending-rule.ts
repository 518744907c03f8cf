import type { Node } from '@assist/policy';
import { forOfficer, rule } from '@assist/policy';
import type { Household } from '../../household.ts';
import { SPENDING } from './facts.ts';

/** Chongqing's third condition (F1-47). Its list was not found (F1-48), so nobody but an officer can say. */
export function spendingRule(id: string): Node<Household> {
  return rule({
    id,
    title: '家里的消费',
    clauses: ['F1-47', 'F1-48', 'MCA57-17', 'CQR2016-10'],
    certainty: 'mirror',
    needs: { spending: SPENDING },
    leftToOfficer: '消费情况怎么看，现行的清单没有查到，一律由工作人员上门了解。',
    sentences: { 'for-officer': '家里的开销情况，由工作人员上门时了解，不在这里下结论。' },
    decide: ({ spending }) => forOfficer({ numbers: { items: { unit: 'count', value: spending?.length ?? 0 } } }),
  });
}
