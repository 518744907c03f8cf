import type { Figures } from '@assist/policy';
import { benefit, fen, inForce } from '@assist/policy';
import type { Household } from '../../household.ts';
import { SMALL_SUM_DAYS, SMALL_SUM_MONTHS } from '../../values/temporary.ts';
import { EMERGENCY } from '../household/facts.ts';
import { STANDARD } from '../household/line.ts';
import { TEMPORARY_CONDITIONS } from './conditions.ts';

/** 临时救助 (SAL2026-29, SAL2026-50, YMF12-14a, 14b): where the trouble is, whoever is in it. */
export const TEMPORARY_ASSISTANCE = benefit({
  id: 'temporary-assistance',
  title: '临时救助',
  about: '突然生病、出事、遭灾、没了着落，日子一时过不下去的，在哪里出的事，就由哪里的镇街帮一把。不看户口，也不看住在哪里。',
  group: 'cascade',
  handledBy: '事发地镇街',
  clauses: ['SAL2026-29', 'SAL2026-50', 'YMF12-14a'],
  conditions: [TEMPORARY_CONDITIONS.node],
  documents: ['说清遇到了什么事就可以先办，材料过后再补'],
  leftToOfficer: ['急不急', '给多少：全市标准现在还用不用没有查到'],
  sentences: {
    met: '大概率可以得到一次性的临时救助，向打工的地方或住的地方的镇街申请。',
    'for-officer': '可以现在就申请，由镇街看怎么帮。',
    'for-officer/urgent': '情况紧急可以先帮再补手续，一般 {withinDays}内；先给的一般不超过 {smallSum}。',
    'not-met': '目前没有遇到急难。哪天遇到了，随时可以申请。',
    unknown: '遇到急难的话，现在就可以求助。',
  },
  needs: {
    emergency: EMERGENCY,
    standard: STANDARD,
    months: inForce<Household, number>(SMALL_SUM_MONTHS),
    days: inForce<Household, number>(SMALL_SUM_DAYS),
  },
  figures: ({ emergency, standard, months, days }): Figures => {
    if (!isUrgent(emergency) || standard === undefined || standard.open || months === undefined || days === undefined)
      return { numbers: {} };
    return {
      numbers: {
        smallSum: { unit: 'fen', value: fen(standard.low.value * months.value) },
        withinDays: { unit: 'days', value: days.value },
      },
      based: [standard.low, months, days],
      reason: 'urgent',
    };
  },
});

function isUrgent(emergency: Household['emergency']): boolean {
  return typeof emergency === 'object' && emergency.urgent === true;
}
