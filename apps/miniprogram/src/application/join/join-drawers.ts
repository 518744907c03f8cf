import { joinTexts, OTHERS } from './join-texts.ts';

/** One drawer of the phone (`platform/storage`). */
export interface Drawer {
  readonly keys: () => Promise<readonly string[]>;
  readonly read: <T>(key: string) => Promise<T | undefined>;
  readonly write: (key: string, value: unknown) => Promise<boolean>;
  readonly remove: (key: string) => Promise<void>;
}

/**
 * Lays everything of one drawer into another one of the same person, key by key. A key leaves its old place after it lies in the new one:
 * killed in between, the same is done once more, with the same outcome; on a full phone the rest stays where it is.
 */
export async function joinDrawers(from: Drawer, into: Drawer): Promise<void> {
  for (const key of await from.keys()) {
    const came = await from.read<unknown>(key);
    if (came !== undefined && !(await lay(key, came, into))) return;
    await from.remove(key);
  }
}

async function lay(key: string, came: unknown, into: Drawer): Promise<boolean> {
  if (typeof came !== 'string') return into.write(key, came);
  const there = new Map<string, string>();
  for (const one of [key, key + OTHERS]) {
    const text = await into.read<unknown>(one);
    if (typeof text === 'string') there.set(one, text);
  }
  // What lies beside is written first: killed in between, nothing of it was overwritten.
  const texts = Object.entries(joinTexts(key, came, (one) => there.get(one)));
  for (const [at, text] of texts.reverse()) if (!(await into.write(at, text))) return false;
  return true;
}
