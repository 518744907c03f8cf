export { AUTHENTICATION_ASSUMPTIONS } from './assumptions.ts';
export { AUTHENTICATION_MONTHS, authenticationStanding, CONTACTS, type Contact, INVITED, namesWanted, type Standing } from './due.ts';
export { type Difficulty, WAYS, type Way, type WaysAnswer, type WaysQuestion, waysFor } from './ways.ts';
