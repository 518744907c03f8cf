/** Minutes within which an urgent call is answered, by the clock on the wall: night and holidays count too. Declared, no clause sets it. */
export const URGENT_CALLBACK = { minutes: 60, assumption: 'urgent-callback-60-minutes' } as const;
