export { type Standard, standardBefore, standardInForce, standardSince } from './in-force.ts';
export { LEFT_TO_PERSON, type LeftToPerson, type Paid, STANDARD_ASSUMPTIONS, type WorkedOut, workedOutAnew } from './work-out.ts';
