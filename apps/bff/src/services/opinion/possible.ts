import type { ChangeCase } from '@assist/contracts';
import type { CivilDate, DivisionCode } from '@assist/policy';
import {
  clausesIn,
  EVENTS,
  type EventKind,
  GROUNDS,
  type GroundId,
  groundsFor,
  inDistrict,
  lifeEvent,
  OUTCOMES,
  type OutcomeId,
  PERSON_GROUNDS,
  procedure,
  ROLE_NAMES,
} from '@assist/policy-chongqing';
import { citations } from '../clause/citations.ts';

export type OpinionOutcome = Exclude<OutcomeId, 'ask'>;

/** What an opinion may say of these life events: what any of them can come to. A question that is open is no opinion. */
export function outcomesFor(events: readonly string[]): OpinionOutcome[] {
  const can = new Set(events.flatMap((id) => [...(lifeEvent(id)?.can ?? []), ...(lifeEvent(id)?.possible ?? [])]));
  return (Object.keys(OUTCOMES) as OutcomeId[]).filter((id): id is OpinionOutcome => id !== 'ask' && can.has(id));
}

/** Grounds on which it may become less or end. One that is about a person's fate only where that was told; the event's own stands first. */
export function groundsOf(outcome: OpinionOutcome, events: readonly string[]): GroundId[] {
  if (outcome !== 'less' && outcome !== 'stop') return [];
  const own = events.flatMap((id) => lifeEvent(id)?.ground ?? []);
  const open = groundsFor(outcome === 'less' ? 'cut' : 'stop').filter((id) => !PERSON_GROUNDS.includes(id) || own.includes(id));
  return [...open.filter((id) => own.includes(id)), ...open.filter((id) => !own.includes(id))];
}

/** Steps that are no part of the straight way: taken only where something comes up. */
const BESIDE: readonly EventKind[] = [
  'objected',
  'objection-answered',
  'tried-to-hear',
  'family-heard',
  'no-family-found',
  'closed-unchanged',
  'doubted',
  'doubt-settled',
];

/** What the procedures ask for before any money changes, in order, each with who does it. Nothing of it is done here. */
function stepsOf(outcome: OpinionOutcome, events: readonly string[], district: DivisionCode, on: CivilDate): string[] {
  const ids = [...new Set([...events.flatMap((id) => lifeEvent(id)?.opens ?? []), ...OUTCOMES[outcome].procedures])];
  return ids.flatMap((id) => {
    const found = procedure(id);
    if (!found) return [];
    const steps = inDistrict(found, district, on).steps.filter((step) => step.event !== 'opened' && !BESIDE.includes(step.event));
    return steps.map((step) => `${found.title}：${EVENTS[step.event]}（${step.by.map((role) => ROLE_NAMES[role]).join('、')}）`);
  });
}

/** Everything an opinion may say, with its grounds and the steps that would still have to follow. */
export const possibleOpinions = (events: readonly string[], district: DivisionCode, on: CivilDate): NonNullable<ChangeCase['opinions']> =>
  outcomesFor(events).map((outcome) => ({
    outcome,
    title: OUTCOMES[outcome].title,
    grounds: groundsOf(outcome, events).map((id) => ({
      id,
      title: GROUNDS[id].title,
      clauses: citations(clausesIn(GROUNDS[id].clauses, district)),
    })),
    steps: stepsOf(outcome, events, district, on),
  }));
