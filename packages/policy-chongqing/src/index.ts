export * from './household.ts';
export * from './where-to-apply/index.ts';
export * from './calendar/index.ts';
export * from './procedures/index.ts';
