import { keptKeys, readKept, removeKept, writeKept } from '@/platform/storage';
import type { PhoneStorage } from './ports.ts';

const OWN = 'application.';

export interface KeptTexts extends PhoneStorage {
  /** Takes everything away, what is still being written too. */
  clear(): Promise<void>;
}

/**
 * What this phone keeps for the application, read into memory once: pages then look at it without waiting.
 * @param ours in front of every key: one's own, or of somebody whom this phone fills in for
 */
export async function openKeptTexts(ours: string = OWN): Promise<KeptTexts> {
  const texts = new Map<string, string>();
  for (const key of keptKeys().filter((k) => k.startsWith(ours))) {
    const text = await readKept<string>(key);
    if (text !== undefined) texts.set(key.slice(ours.length), text);
  }
  // Writes of one key stay in their order, also when the phone is slow.
  const last = new Map<string, Promise<unknown>>();
  const after = <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const next = (last.get(key) ?? Promise.resolve()).then(work);
    last.set(key, next);
    return next;
  };
  return {
    read: (key) => texts.get(key),
    write(key, text) {
      texts.set(key, text);
      return after(key, () => writeKept(ours + key, text));
    },
    remove(key) {
      texts.delete(key);
      void after(key, () => removeKept(ours + key));
    },
    async clear() {
      const keys = new Set([...texts.keys(), ...last.keys()]);
      texts.clear();
      await Promise.all([...keys].map((key) => after(key, () => removeKept(ours + key))));
    },
  };
}
