export { FIRST_STANDARD, SUBSISTENCE_STANDARD } from './standards.ts';
export { TABLES } from './tables.ts';
export { SMALL_SUM_MONTHS } from './temporary.ts';
