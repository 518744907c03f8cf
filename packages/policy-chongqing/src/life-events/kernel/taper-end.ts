import type { CivilDate, Fen } from '@assist/policy';
import { mayDeny } from '@assist/policy';
import type { Household } from '../../household.ts';
import { clausesIn } from '../../procedures/index.ts';
import type { OutcomeId } from './outcome.ts';
import { positionOf } from './position.ts';
import type { EventReferral } from './referral.ts';

export interface TaperEnd {
  readonly outcome: Extract<OutcomeId, 'more' | 'less' | 'unchanged' | 'stop' | 'officer' | 'ask'>;
  readonly amountAfter?: Fen;
  readonly procedures: readonly string[];
  /** What is offered with consent and without new papers (YMF12-20c). */
  readonly offered: readonly EventReferral[];
  readonly clauses: readonly string[];
  readonly sentence: string;
}

const NATION_AND_CITY = ['YM239-1-3a', 'YM239-1-3b', 'JLP53-6-5a', 'JLP53-6-5b', 'MCA57-33'];

/**
 * When the six months are over the household is computed anew. Below the standard it goes on with its new amount; above it a stop may be
 * opened (with every step of a stop) and what fits next is offered. Nothing ends by itself on the last day.
 */
export function endOfTaper(household: Household, award: Fen, on: CivilDate): TaperEnd {
  const position = positionOf(household, on);
  const cited = (...more: string[]) => clausesIn([...NATION_AND_CITY, ...more], household.district);
  if (position.state === 'open')
    return {
      outcome: 'ask',
      procedures: [],
      offered: [],
      clauses: cited('SAL2026-46'),
      sentence: '渐退期快满了，请说说现在的收入。没说以前金额不变。',
    };
  if (position.state === 'known' && position.beside === 'below') {
    const outcome = position.amount === award ? 'unchanged' : position.amount > award ? 'more' : 'less';
    const procedures = { unchanged: [], more: ['raise'], less: ['cut'] }[outcome];
    return {
      outcome,
      amountAfter: position.amount,
      procedures,
      offered: [],
      clauses: cited('F2-41'),
      sentence: '收入又比低保线低了，低保接着发，金额按现在的收入重新算。',
    };
  }
  const marginal: readonly EventReferral[] =
    position.state === 'known' && position.besideMarginal === 'below' ? ['marginal-family', 'rigid-expenditure'] : ['rigid-expenditure'];
  const sure = position.state === 'known' && position.beside === 'above' && mayDeny(position.certainty);
  return {
    outcome: sure ? 'stop' : 'officer',
    procedures: sure ? ['stop', 'exit'] : ['review'],
    offered: marginal,
    clauses: cited('YMF12-20c', 'SAL2026-48'),
    sentence: '渐退期满了，收入还比低保线高。您点头就转到别的帮助去看，不用重交材料；要停低保以前会先听您的意见，再给您书面的说明。',
  };
}
