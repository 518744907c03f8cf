const HOUR_MS = 3_600_000;
const SHANGHAI_MS = 8 * HOUR_MS;
const MORNING = 8;
const EVENING = 21;

/** From 21 to 8 in Shanghai nobody is rung or sent a text message; WeChat lies still by itself. */
export function isNight(at: Date): boolean {
  const hour = new Date(at.getTime() + SHANGHAI_MS).getUTCHours();
  return hour >= EVENING || hour < MORNING;
}

/** The same moment by day, or eight in the morning after it. */
export function byDay(at: Date): Date {
  if (!isNight(at)) return at;
  const local = new Date(at.getTime() + SHANGHAI_MS);
  const morning = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate(), MORNING);
  const next = local.getUTCHours() >= EVENING ? morning + 24 * HOUR_MS : morning;
  return new Date(next - SHANGHAI_MS);
}
