export type { Certainty, Finding, Quantity, Receipt, Verdict } from './receipt.ts';
export type { CivilDate, DivisionCode, Fen } from './units.ts';
export { fen } from './units.ts';
