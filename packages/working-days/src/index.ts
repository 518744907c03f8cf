export { chineseCalendar, knownYears } from './chinese-calendar.ts';
