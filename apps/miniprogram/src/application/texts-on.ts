import type { PhoneStorage } from './ports.ts';

/** Where texts lie sealed; everything about it takes its time. */
export interface Shelf {
  readonly keys: () => Promise<readonly string[]>;
  readonly read: (key: string) => Promise<string | undefined>;
  /** @returns false when there was no room */
  readonly write: (key: string, text: string) => Promise<boolean>;
  readonly remove: (key: string) => Promise<void>;
}

export interface KeptTexts extends PhoneStorage {
  /** All that was written until now lies on the shelf. */
  settled(): Promise<void>;
  /** Takes everything away, what is still being written too. */
  clear(): Promise<void>;
  /** All of it lies elsewhere from now on: what comes late is neither written nor taken away here. */
  close(): void;
  isClosed(): boolean;
}

/** Texts under keys that begin with `ours`, in memory and on the shelf. */
export async function textsOn(shelf: Shelf, ours: string): Promise<KeptTexts> {
  const texts = new Map<string, string>();
  for (const key of (await shelf.keys()).filter((k) => k.startsWith(ours))) {
    const text = await shelf.read(key);
    if (text !== undefined) texts.set(key.slice(ours.length), text);
  }
  // Writes of one key stay in their order, also when the phone is slow.
  const last = new Map<string, Promise<unknown>>();
  const after = <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const next = (last.get(key) ?? Promise.resolve()).then(work);
    last.set(key, next);
    return next;
  };
  /** A write that has not begun yet: it takes the newest text when it does, so that a quick finger never waits for its own keys. */
  const queued = new Map<string, Promise<boolean>>();
  let closed = false;
  return {
    read: (key) => texts.get(key),
    write(key, text) {
      if (closed) return Promise.resolve(false);
      texts.set(key, text);
      const waiting = queued.get(key);
      if (waiting) return waiting;
      const next = after(key, () => {
        if (queued.get(key) === next) queued.delete(key);
        const newest = texts.get(key);
        return newest === undefined ? Promise.resolve(true) : shelf.write(ours + key, newest);
      });
      queued.set(key, next);
      return next;
    },
    remove(key) {
      if (closed) return;
      texts.delete(key);
      // What is written from now on comes after the removal.
      queued.delete(key);
      void after(key, () => shelf.remove(ours + key));
    },
    async settled() {
      await Promise.all(last.values());
    },
    async clear() {
      if (closed) return;
      const keys = new Set([...texts.keys(), ...last.keys()]);
      texts.clear();
      queued.clear();
      await Promise.all([...keys].map((key) => after(key, () => shelf.remove(ours + key))));
    },
    close() {
      closed = true;
    },
    isClosed: () => closed,
  };
}
