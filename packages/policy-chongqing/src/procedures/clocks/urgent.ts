/** Minutes within which an urgent call is answered, by the clock on the wall: night and holidays count too. Declared, no clause sets it. */
export const URGENT_CALLBACK = { minutes: 60, assumption: 'urgent-callback-60-minutes' } as const;

/** Days after an urgent call within which an application still has the day of the call by itself; later an officer looks. Declared, no clause sets it. */
export const URGENT_DAY_COUNTS = { days: 30, assumption: 'urgent-day-counts-30-days' } as const;
