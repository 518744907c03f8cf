import { ASSETS, owns, WHEN } from '../kernel/apply.ts';
import type { LifeEvent } from '../kernel/life-event.ts';

/** No limit of property was read in an official text, so that an officer looks at all of it (YM239-1-2a). */
export const DWELLING_BOUGHT: LifeEvent = {
  id: 'dwelling-bought',
  title: '买了房、建了房',
  group: 'property',
  cause: 'property',
  asks: [WHEN, ASSETS],
  clauses: ['JLP53-3-3', 'YM239-4-5b', 'SAL2026-46', 'JLP53-6-3', 'YM239-1-2a', 'MCA57-14'],
  can: ['officer'],
  always: 'officer',
  possible: ['unchanged', 'stop'],
  referrals: [],
  apply: owns,
};
