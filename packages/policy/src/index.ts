export type { ReceiptSpec } from './assessment.ts';
export { evaluate, receiptOf } from './assessment.ts';
export type { Benefit, BenefitGroup, BenefitSpec, Figures } from './benefit.ts';
export { benefit } from './benefit.ts';
export type { DateParts } from './civil-date.ts';
export {
  addDays,
  addMonths,
  ageOn,
  civilDate,
  civilDateOf,
  compareDates,
  dayNumber,
  daysBetween,
  daysInMonth,
  isCivilDate,
  isLeapYear,
  partsOf,
  weekday,
} from './civil-date.ts';
export type { Citation, Clause, ClauseClass, DeclaredAssumption, DeclaredConflict, Level, PolicyDocument } from './clause.ts';
export { all, any, eachOf } from './combinators.ts';
export type { Area, DatedTable, DatedValue, Scope } from './dated-values.ts';
export { datedTable, firstDay, valueOn } from './dated-values.ts';
export type { ExplainedFinding, Wording } from './explain.ts';
export { explain, GENERAL } from './explain.ts';
export type { Certainty, Finding, Quantity, Receipt, Verdict } from './receipt.ts';
export type { Node, Numbers, Outcome, RuleSpec, Sentences } from './rule.ts';
export { forOfficer, met, notMet, rule, unknown } from './rule.ts';
export type { Run } from './run.ts';
export { runFor } from './run.ts';
export type { AnyTable } from './setting.ts';
export type { Shared } from './shared.ts';
export { shared } from './shared.ts';
export type { Needs, Source, Values } from './source.ts';
export { derived, fact, inForce, itemOf, listOf } from './source.ts';
export type { Basis } from './standing.ts';
export { dateText, quantityText, yuanText } from './text.ts';
export type { CivilDate, DivisionCode, Fen } from './units.ts';
export { fen } from './units.ts';
export { allOf, anyOf, CERTAINTIES, leastCertain, mayDeny, negated } from './verdict.ts';
