export * from './household.ts';
export * from './where-to-apply/index.ts';
