/** A clock that runs with the one it is given and can be moved ahead, never back. Milliseconds since 1970. */
export interface SandboxClock {
  now(): number;
  advance(seconds: number): void;
}

export function sandboxClock(base: () => number): SandboxClock {
  let ahead = 0;
  return {
    now: () => base() + ahead,
    advance(seconds) {
      ahead += seconds * 1000;
    },
  };
}

/** WeChat's days turn at midnight in Shanghai (from memory, protocol §14). */
export function shanghaiDay(nowMs: number): number {
  return Math.floor((nowMs + 8 * 3_600_000) / 86_400_000);
}
