import type { CivilDate, DivisionCode } from '@assist/policy';
import type { ClockRuleName } from '../clocks/index.ts';
import { clausesIn } from './clauses-in.ts';
import type { EventKind, Role } from './event.ts';
import type { Requirement } from './requirement.ts';

/** One thing that may be put on record, by whom, and what has to be there before. */
export interface Step {
  readonly event: EventKind;
  readonly by: readonly Role[];
  readonly requires: readonly Requirement[];
  /** Clocks this step sets going. */
  readonly clocks?: readonly ClockRuleName[];
  readonly clauses: readonly string[];
  /** What the documents leave to a person here, in words. */
  readonly leftToOfficer?: string;
}

/** A district's own step, or a stricter form of a common one, from a day on. */
export interface Overlay {
  readonly district: DivisionCode;
  readonly from: CivilDate;
  /** Replaces the step of the same event, or is put in after `after`. */
  readonly step: Step;
  readonly after?: EventKind;
  /** Adds requirements to steps of the common procedure. */
  readonly alsoRequires?: Readonly<Partial<Record<EventKind, readonly Requirement[]>>>;
}

export interface Procedure {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly Step[];
  readonly overlays?: readonly Overlay[];
  /** Events after which nothing more is recorded. */
  readonly ends: readonly EventKind[];
  /** What was confirmed is not decided anew: once `by` is on record, only what follows from it is recorded. */
  readonly decided?: { readonly by: EventKind; readonly after: readonly EventKind[]; readonly clauses: readonly string[] };
  /** Whether it can end in less money; such a procedure answers to a property test of its own. */
  readonly canLower: boolean;
  readonly notes?: readonly string[];
}

/** The procedure as it stands in a district on a day: the common one with the district's overlays laid over it. */
export function inDistrict(procedure: Procedure, district: DivisionCode, on: CivilDate): Procedure {
  const overlays = (procedure.overlays ?? []).filter((one) => one.district === district && one.from <= on);
  return { ...procedure, overlays: [], steps: overlays.reduce(laidOver, procedure.steps).map((step) => citing(step, district)) };
}

function citing(step: Step, district: DivisionCode): Step {
  return { ...step, clauses: clausesIn(step.clauses, district), requires: step.requires.map((one) => required(one, district)) };
}

function required(requirement: Requirement, district: DivisionCode): Requirement {
  const clauses = clausesIn(requirement.clauses, district);
  return requirement.ask === 'any'
    ? { ...requirement, clauses, of: requirement.of.map((one) => required(one, district)) }
    : { ...requirement, clauses };
}

function laidOver(steps: readonly Step[], { step, after, alsoRequires = {} }: Overlay): readonly Step[] {
  const stricter = steps.map((one) => ({ ...one, requires: [...one.requires, ...(alsoRequires[one.event] ?? [])] }));
  const known = stricter.findIndex((one) => one.event === step.event);
  if (known >= 0) return stricter.map((one, index) => (index === known ? step : one));
  const place = stricter.findIndex((one) => one.event === after) + 1;
  return [...stricter.slice(0, place), step, ...stricter.slice(place)];
}
