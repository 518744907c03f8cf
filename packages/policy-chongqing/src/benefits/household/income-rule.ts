import type { DatedTable, DatedValue, Node, Sentences, Source } from '@assist/policy';
import { forOfficer, inForce, rule } from '@assist/policy';
import type { Household } from '../../household.ts';
import { incomeBelow } from './compare.ts';
import { HOUSEHOLD_INCOME } from './household-income.ts';
import { STANDARD } from './line.ts';

/** Income a person below the standard times a multiple (1 where there is none). */
export function incomeRule(spec: {
  readonly id: string;
  readonly title: string;
  readonly clauses: readonly string[];
  readonly multiple?: DatedTable<number>;
  /** What the line is called, e.g. `低保线`. */
  readonly lineName: string;
}): Node<Household> {
  const multiple = spec.multiple === undefined ? ONCE : inForce<Household, number>(spec.multiple);
  return rule({
    id: spec.id,
    title: spec.title,
    clauses: spec.clauses,
    needs: { income: HOUSEHOLD_INCOME, standard: STANDARD, multiple },
    sentences: incomeSentences(spec.lineName),
    leftToOfficer:
      '正好等于线、亲属关系说不准算不算一家人、必要的上班开销和看病开销扣多少、市里不算收入的项目、有工作拿不出收入证明的怎么按同行业平均工资算（F1-28）、按系数算出来的收入实际有没有，由工作人员看。',
    decide: ({ income, standard, multiple }) => {
      if (standard === undefined || (spec.multiple !== undefined && multiple === undefined)) return forOfficer({ reason: 'no-standard' });
      const times = 12 * (multiple?.value ?? 1);
      return incomeBelow(income, {
        low: standard.low.value * times,
        high: standard.high.value * times,
        missing: standard.open ? ['area'] : [],
        based: standard.low === standard.high ? [standard.low, multiple] : [standard.low, standard.high, multiple],
      });
    },
  });
}

/** The standard itself: no multiple is looked up. */
const ONCE: Source<Household, DatedValue<number> | undefined> = { id: 'once', facts: [], tables: [], resolve: () => undefined };

function incomeSentences(line: string): Sentences {
  return {
    met: `您家每人每月约 {perCapita}，比${line} {line}低 {gap}。`,
    'not-met': `您家每人每月约 {perCapita}，比${line} {line}高 {over}。`,
    'not-met/already': `已经填的收入摊到每个人，就比${line} {line}高了。`,
    unknown: '还差几个问题，答完就能比一比。',
    'for-officer/uncertain': `您家每人每月约 {perCapita}，比目前查到的${line} {line}高 {over}。本区自己的标准文件还没有查到，所以不下结论，请工作人员核实。`,
    'for-officer/at-line': `您家每人每月正好等于${line} {line}。文件没有写正好相等怎么办，由工作人员来定。`,
    'for-officer/discretion': `您家的收入和${line}差不多，有的钱、有的人算不算进去，要工作人员看过才能定。`,
    'for-officer/nobody': '家里的人都不在一起生活的名单里，由工作人员来看怎么办。',
    'for-officer/no-standard': '这个地方、这一天的标准没有查到，由工作人员来看。',
  };
}
