import { type SandboxClock, shanghaiDay } from './clock.ts';

interface CallLimit {
  readonly perMinute?: number;
  readonly perDay?: number;
}

export interface CallLimits {
  /** Counts one call; the errcode to answer when it is one too many. */
  count(key: string, limit: CallLimit): 45009 | 45011 | undefined;
  clear(): void;
}

/** Counts calls by minute and by day of the sandbox's clock. */
export function callLimits(clock: SandboxClock): CallLimits {
  const counts = new Map<string, { period: number; calls: number }>();
  const over = (key: string, period: number, max: number): boolean => {
    const kept = counts.get(key);
    const calls = kept?.period === period ? kept.calls + 1 : 1;
    counts.set(key, { period, calls });
    return calls > max;
  };
  return {
    count(key, { perMinute = Infinity, perDay = Infinity }) {
      const now = clock.now();
      const dayOver = over(`day ${key}`, shanghaiDay(now), perDay);
      const minuteOver = over(`minute ${key}`, Math.floor(now / 60_000), perMinute);
      if (dayOver) return 45009;
      return minuteOver ? 45011 : undefined;
    },
    clear: () => counts.clear(),
  };
}
