export { addWorkingDays, closesAt, type Deadline, FIRST_DAY_IS_NOT_COUNTED, workingDaysBetween } from './count.ts';
export { type CalendarTables, type Day, type WorkingCalendar, workingCalendar, type YearTable } from './working-calendar.ts';
