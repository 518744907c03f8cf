import type { CivilDate, DatedValue, Node, Outcome } from '@assist/policy';
import { addMonths, any, forOfficer, inForce, met, notMet, rule, shared, unknown } from '@assist/policy';
import type { Emergency, Household } from '../../household.ts';
import { EPIDEMIC_MONTHS } from '../../values/temporary.ts';
import { EMERGENCY, members } from '../household/facts.ts';
import { HOUSEHOLD_INCOME } from '../household/household-income.ts';
import { names } from '../recipient-kinds.ts';

const ID = 'temporary-assistance';
const NOT_NOW = '目前没有遇到急难。哪天遇到了，随时可以申请。';
const ASK = '还要问是不是遇到了急难。';

/** Small sum first (YMF12-14b, SAL2026-50): nobody is asked where they are registered or live (YMF12-14a). */
const urgent = rule({
  id: `${ID}/small-sum-first`,
  title: '紧急的，先帮再补手续',
  clauses: ['SAL2026-50', 'YMF12-14b', 'YMF12-14a', 'F6-01'],
  needs: { emergency: EMERGENCY },
  leftToOfficer: '急不急、先给多少，由事发地镇街当场看。',
  sentences: {
    'for-officer': '情况紧急的，事发地镇街先帮，手续过后再补。现在就可以求助。',
    'not-met': NOT_NOW,
    'not-met/not-urgent': '不急着今天办的，走一般的临时救助。',
    unknown: ASK,
  },
  decide: ({ emergency }) => {
    if (emergency === undefined) return unknown(['emergency']);
    if (emergency === false) return notMet();
    if (emergency.urgent === undefined) return unknown(['emergency/urgent']);
    return emergency.urgent ? forOfficer() : notMet({ reason: 'not-urgent' });
  },
});

/** Three months without income because of the epidemic (YM239-1-5a). Without the epidemic the general grounds apply. */
const epidemic = rule({
  id: `${ID}/epidemic`,
  title: '受疫情影响，连续三个月没有收入',
  clauses: ['YM239-1-5a', 'YM239-1-6a'],
  needs: {
    emergency: EMERGENCY,
    income: HOUSEHOLD_INCOME,
    people: members('id', 'receives'),
    months: inForce<Household, number>(EPIDEMIC_MONTHS),
  },
  leftToOfficer: '是不是因为疫情、失业保险管不管得到，由工作人员看。',
  sentences: {
    met: '受疫情影响连续三个月没有收入，可以向打工的地方或住的地方申请一次性救助。',
    'not-met': '不是疫情造成的，走一般的临时救助。',
    unknown: '还要问从什么时候开始没有收入。',
    'for-officer': '因疫情一时困难的，由工作人员看怎么帮。',
  },
  decide: ({ emergency, income, people, months }, on) => {
    if (emergency === undefined) return unknown(['emergency']);
    if (emergency === false || emergency.kind !== 'epidemic') return notMet();
    if (months === undefined) return forOfficer();
    return epidemicOutcome(emergency, income, people, months, on);
  },
});

function epidemicOutcome(
  emergency: Emergency,
  income: {
    readonly likely: number;
    readonly people: readonly { readonly income: { readonly high: number; readonly low: number; readonly missing: readonly string[] } }[];
  },
  people: readonly { readonly id: string; readonly receives?: readonly string[] }[],
  months: DatedValue<number>,
  on: CivilDate,
): Outcome {
  const based = [months];
  const someIncome = income.people.some((one) => one.income.low > 0);
  const recipient = people.some((one) => names(one.receives ?? [], 'subsistence-allowance'));
  const tooShort = emergency.startedOn !== undefined && addMonths(emergency.startedOn, months.value) > on;
  if (someIncome || recipient || tooShort) return forOfficer({ based });
  const missing: string[] = [];
  if (emergency.startedOn === undefined) missing.push('emergency/startedOn');
  for (const one of income.people) missing.push(...one.income.missing);
  for (const one of people) if (one.receives === undefined) missing.push(`members/${one.id}/receives`);
  if (missing.length > 0) return unknown(missing, { based });
  return income.people.every((one) => one.income.high === 0) ? met({ based }) : forOfficer({ based });
}

/** Sudden, pressing or disastrous trouble of any other kind (SAL2026-29, YMF12-14a), people without a fixed abode (SAL2026-31). */
const general = rule({
  id: `${ID}/general`,
  title: '突然遇到的大难处',
  clauses: ['SAL2026-29', 'YMF12-14a', 'YM239-1-6b', 'F6-11'],
  needs: { emergency: EMERGENCY },
  leftToOfficer: '困难到什么程度、给多少：2017年的标准现在还用不用没有查到，由镇街看。',
  sentences: {
    'for-officer': '可以向事发地镇街申请临时救助，不看户口在哪里。',
    'for-officer/no-fixed-abode': '没有地方住、没有着落的，镇街和救助站会帮着吃、住、看病、找家人。',
    'not-met': NOT_NOW,
    unknown: ASK,
  },
  decide: ({ emergency }) => {
    if (emergency === undefined) return unknown(['emergency']);
    if (emergency === false) return notMet();
    return emergency.kind === 'no-fixed-abode' ? forOfficer({ reason: 'no-fixed-abode' }) : forOfficer();
  },
});

export const TEMPORARY_CONDITIONS = shared<Household, Node<Household>>(
  any({ id: `${ID}/conditions`, title: '遇到了急难', of: [urgent, epidemic, general] }),
);
