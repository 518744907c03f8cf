export * from './household.ts';
