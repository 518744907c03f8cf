import type { CivilDate } from '@assist/policy';
import { type CaseEvent, type Procedure, replay } from './index.ts';

export const on = (text: string) => text as CivilDate;
export const TODAY = on('2026-11-22');

/** An application for the allowance, all the way. */
export const APPLIED: readonly CaseEvent[] = [
  { kind: 'sent', on: on('2026-03-02'), role: 'resident' },
  { kind: 'accepted', on: on('2026-03-03'), role: 'township', by: 'a' },
  { kind: 'authorised', on: on('2026-03-04'), role: 'resident' },
  { kind: 'check-requested', on: on('2026-03-05'), role: 'township', by: 'a' },
  { kind: 'check-done', on: on('2026-03-10'), role: 'district' },
  { kind: 'visited', on: on('2026-03-11'), role: 'township', by: 'a', visit: { people: 2, way: 'at-home' } },
  { kind: 'opinion', on: on('2026-03-12'), role: 'township', by: 'a', reason: '人均收入低于标准' },
  { kind: 'notice-posted', on: on('2026-03-13'), role: 'village' },
  { kind: 'forwarded', on: on('2026-03-21'), role: 'township', by: 'a' },
  { kind: 'confirmed', on: on('2026-03-25'), role: 'district', by: 'b' },
  { kind: 'letter-delivered', on: on('2026-03-26'), role: 'township', remedies: true },
  { kind: 'published', on: on('2026-03-27'), role: 'village' },
];

export const ends = (procedure: Procedure, events: readonly CaseEvent[]) => replay(procedure, events).map((one) => one.kind);
export const reaches = (procedure: Procedure, events: readonly CaseEvent[], kind: CaseEvent['kind']) =>
  ends(procedure, events).includes(kind);
export const edit = (events: readonly CaseEvent[], kind: CaseEvent['kind'], more: Partial<CaseEvent>) =>
  events.map((one) => (one.kind === kind ? { ...one, ...more } : one));
export const drop = (events: readonly CaseEvent[], kind: CaseEvent['kind']) => events.filter((one) => one.kind !== kind);
export const put = (events: readonly CaseEvent[], after: CaseEvent['kind'], ...more: CaseEvent[]) =>
  events.flatMap((one) => (one.kind === after ? [one, ...more] : [one]));
