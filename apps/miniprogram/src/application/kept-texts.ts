import { shelfOf } from '@/platform/storage';
import { type KeptTexts, textsOn } from './texts-on.ts';

const OWN = 'application.';

/**
 * What this phone keeps for the application, read into memory once: pages then look at it without waiting.
 * @param drawer of whom it is; it stays theirs, whoever holds the phone meanwhile
 * @param ours in front of every key: one's own, or of somebody whom this phone fills in for
 */
export function openKeptTexts(drawer: number, ours: string = OWN): Promise<KeptTexts> {
  const { keys, read, write, remove } = shelfOf(drawer);
  return textsOn({ keys, read: (key) => read<string>(key), write, remove }, ours);
}
