export { FIRST_STANDARD, SUBSISTENCE_STANDARD } from './standards.ts';
export { TABLES } from './tables.ts';
