import type { Supporter } from '../../household.ts';
import type { Case } from '../case-table.ts';
import { family, IN_2025, monthly, person, withoutFact, yuan } from '../case-table.ts';

const base = { on: IN_2025, node: 'subsistence-allowance/support' };
const one = (told: Partial<Supporter>): Supporter => ({ id: 's1', relation: 'child', ...told });
const helped = (supporters: readonly Supporter[], told = 0) =>
  family([person('m1', { income: told > 0 ? [monthly(told, 'support')] : [] })], { supporters });

export const SUPPORT_CASES: readonly Case[] = [
  { ...base, title: '没有不住在一起的亲属', clause: 'F1-31', because: '空的清单是“没有”', household: helped([]), verdict: 'met' },
  {
    ...base,
    title: '没问过亲属，要问',
    clause: 'F1-31',
    because: '没有回答',
    household: withoutFact(family([person('m1')]), 'supporters'),
    verdict: 'unknown',
    missing: ['supporters'],
  },
  {
    ...base,
    title: '亲属没有能力、也没给',
    clause: 'F1-31',
    because: '没有能力就没有该给的',
    household: helped([one({ ableToSupport: false, pays: yuan(0) })]),
    verdict: 'met',
  },
  {
    ...base,
    title: '亲属有能力、没给',
    clause: 'F1-32',
    because: '该算多少没有查到，由人看',
    household: helped([one({ ableToSupport: true, pays: yuan(0) })]),
    verdict: 'for-officer',
    reason: 'able',
  },
  {
    ...base,
    title: '亲属给的已经填在收入里',
    clause: 'F1-31',
    because: '给 200，收入里填了 200',
    household: helped([one({ ableToSupport: true, pays: yuan(200) })], 200),
    verdict: 'met',
  },
  {
    ...base,
    title: '亲属给的比收入里填的多一分',
    clause: 'F1-31',
    because: '给 200.01，收入里只填了 200',
    household: helped([one({ ableToSupport: true, pays: yuan(200.01) })], 200),
    verdict: 'for-officer',
    reason: 'more',
  },
  {
    ...base,
    title: '没说亲属有没有能力，要问',
    clause: 'F1-31',
    because: '没有回答',
    household: helped([one({ pays: yuan(0) })]),
    verdict: 'unknown',
    missing: ['supporters/s1/ableToSupport'],
  },
  {
    ...base,
    title: '没说亲属给多少，要问',
    clause: 'F1-31',
    because: '没有回答',
    household: helped([one({ ableToSupport: false })]),
    verdict: 'unknown',
    missing: ['supporters/s1/pays'],
  },
];
