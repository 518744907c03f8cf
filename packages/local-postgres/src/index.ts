export { LocalPostgresProblem, type LocalPostgresProblemCode } from './problem.ts';
export { type LocalPostgres, type LocalPostgresOptions, startPostgres } from './start.ts';
