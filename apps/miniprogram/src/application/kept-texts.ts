import { keptKeys, readKept, removeKept, writeKept } from '@/platform/storage';
import { type KeptTexts, type Shelf, textsOn } from './texts-on.ts';

const OWN = 'application.';
const shelf: Shelf = { keys: keptKeys, read: (key) => readKept<string>(key), write: writeKept, remove: removeKept };

/**
 * What this phone keeps for the application, read into memory once: pages then look at it without waiting.
 * @param ours in front of every key: one's own, or of somebody whom this phone fills in for
 */
export const openKeptTexts = (ours: string = OWN): Promise<KeptTexts> => textsOn(shelf, ours);
