import type { Later, NewId, Now, PhoneStorage } from '../ports.ts';

export interface FakePhone {
  readonly storage: PhoneStorage;
  readonly kept: Map<string, string>;
  readonly now: Now;
  readonly newId: NewId;
  readonly later: Later;
  /** Lets time pass; what was due runs in its order. */
  pass(ms: number): void;
  full: boolean;
  /** The process is killed: what was only in memory is gone, what was written stays. */
  killed(): FakePhone;
}

/** 2026-11-22 10:32 in Asia/Shanghai. */
const START = Date.UTC(2026, 10, 22, 2, 32);

export function makeFakePhone(kept = new Map<string, string>(), at = START, ids = { count: 0 }): FakePhone {
  let now = at;
  let due: { at: number; act: () => void }[] = [];
  const phone: FakePhone = {
    kept,
    full: false,
    storage: {
      read: (key) => kept.get(key),
      write(key, text) {
        if (!phone.full) kept.set(key, text);
        return Promise.resolve(!phone.full);
      },
      remove: (key) => void kept.delete(key),
    },
    now: () => now,
    newId() {
      ids.count += 1;
      return `00000000-0000-4000-8000-${String(ids.count).padStart(12, '0')}`;
    },
    later(ms, act) {
      const entry = { at: now + ms, act };
      due.push(entry);
      return () => {
        due = due.filter((d) => d !== entry);
      };
    },
    pass(ms) {
      const end = now + ms;
      for (;;) {
        const next = due.filter((d) => d.at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        due = due.filter((d) => d !== next);
        now = next.at;
        next.act();
      }
      now = end;
    },
    killed: () => makeFakePhone(kept, now, ids),
  };
  return phone;
}

/** Lets answers that are already there arrive. */
export const settled = async (): Promise<void> => {
  for (let i = 0; i < 50; i++) await Promise.resolve();
};
