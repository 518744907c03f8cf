import { leaves, WHEN, WHO } from '../kernel/apply.ts';
import type { LifeEvent } from '../kernel/life-event.ts';

/** The person leaves the count and the household is computed anew; all papers are done within three months of the day of death (YM239-1-3c). */
export const DEATH: LifeEvent = {
  id: 'death',
  title: '有亲人过世',
  group: 'people',
  cause: 'people',
  asks: [WHEN, WHO],
  clauses: ['JLP53-3-3', 'YM239-4-5b', 'SAL2026-46', 'JLP53-6-4', 'YM239-1-3c', 'YC67-7-2e'],
  can: ['more', 'less', 'unchanged', 'stop', 'taper', 'officer', 'ask'],
  ground: 'died',
  clocks: ['afterDeath'],
  referrals: ['funeral-relief'],
  opens: ['after-death'],
  notes: ['只把过世的人去掉，全家重新核算；家里还有人符合的，接着保障。', '不追问、不催还；多发的由镇街核实后另说。'],
  apply: leaves,
};
