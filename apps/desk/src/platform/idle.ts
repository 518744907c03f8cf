import { useEffect, useState } from 'react';

/** What shows that somebody is there. */
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'input'] as const;
const CHANNEL = 'desk-idle';
/** How often the other pages of this browser hear of it, and how often one looks at the clock. Milliseconds. */
const TELL_EVERY = 10_000;
const LOOK_EVERY = 1000;

let touchedAt = Date.now();
let toldAt = 0;
const others = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(CHANNEL);
if (others) others.onmessage = () => later(Date.now());

const later = (at: number): void => {
  touchedAt = Math.max(touchedAt, at);
};

/** Somebody is there. */
export function touch(): void {
  later(Date.now());
  if (touchedAt < toldAt + TELL_EVERY) return;
  toldAt = touchedAt;
  others?.postMessage(null);
}

for (const kind of TOUCHES) globalThis.addEventListener?.(kind, touch, { capture: true, passive: true });

/** Whole seconds since anybody touched the desk in this browser. */
export const idleSeconds = (): number => Math.max(0, Math.floor((Date.now() - touchedAt) / 1000));

/**
 * Seconds until the session is over because nobody is there; undefined while that is far off.
 * @param limit minutes a session lasts without anybody
 * @param before seconds from which it is near
 */
export function useSecondsLeft(limit: number | undefined, before: number): number | undefined {
  const [left, setLeft] = useState<number>();
  useEffect(() => {
    if (!limit) return;
    const timer = setInterval(() => {
      const seconds = limit * 60 - idleSeconds();
      setLeft(seconds <= before ? Math.max(0, seconds) : undefined);
    }, LOOK_EVERY);
    return () => clearInterval(timer);
  }, [limit, before]);
  return left;
}
