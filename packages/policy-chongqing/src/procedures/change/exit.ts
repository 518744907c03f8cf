import type { Procedure } from '../kernel/procedure.ts';
import { done, needs } from '../kernel/requirement.ts';

/** After a stop: what else fits is said, with consent it is passed on without new papers, and the household is watched for two years. */
export const EXIT: Procedure = {
  id: 'exit',
  title: '退出以后',
  canLower: false,
  ends: [],
  steps: [
    { event: 'opened', by: ['township', 'district'], requires: [], clauses: ['YMF12-20c', 'TL42-C4a', 'DESTITUTE2021-27'] },
    {
      event: 'watched',
      by: ['township', 'district'],
      requires: [done('opened', '已经退出', 'YMF12-5c')],
      clocks: ['watchAfterLeaving'],
      clauses: ['YMF12-5c', 'TL42-C4c'],
    },
    {
      event: 'transfer-offered',
      by: ['township'],
      requires: [done('opened', '已经退出', 'YMF12-20c')],
      clauses: ['YMF12-20c', 'DESTITUTE2021-27'],
    },
    {
      event: 'consented',
      by: ['resident'],
      requires: [done('transfer-offered', '先说明可以转入哪一类', 'YMF12-20c')],
      clauses: ['YMF12-20c'],
    },
    {
      event: 'transferred',
      by: ['township'],
      requires: [needs({ ask: 'done', event: 'consented' }, '本人同意；不要求再交材料', ['YMF12-20c'])],
      clauses: ['YMF12-20c', 'YMF12-20b'],
    },
  ],
};
