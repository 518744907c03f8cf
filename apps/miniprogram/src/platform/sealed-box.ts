import type { SealedTexts } from './sealed-texts';
import { readKept, removeKept, writeKept } from './storage';

/** Sealed by WeChat, which holds the key. */
export const sealedBox: SealedTexts = {
  read: (key) => readKept<string>(key),
  write: writeKept,
  remove: removeKept,
};
