export { CLOCK_ASSUMPTIONS } from './assumptions.ts';
export { type Clock, type ClockRule, type ClockStart, type Period, runClock, runMonths } from './clock.ts';
export { CLOCK_RULES, type ClockRuleName } from './clock-rules.ts';
export { type ApplicationClocks, type ClocksQuestion, clocksFor } from './clocks-for.ts';
export { CONFIRMED_BY, type ConfirmedBy, confirmedBy } from './confirmation.ts';
export { EXTENSION_REASONS, type Extension, type ExtensionReason } from './extension.ts';
export { URGENT_CALLBACK, URGENT_DAY_COUNTS } from './urgent.ts';
