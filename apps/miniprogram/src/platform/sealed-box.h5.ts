import { type Sealed, seal, unseal } from './browser-seal.h5';
import { browserStore, done } from './browser-store.h5';
import type { SealedTexts } from './sealed-texts';

const box = browserStore('sealed-box');

/** Where a browser has no key of its own (a page without https), nothing is kept: it is said, and what is typed goes to the server. */
export const sealedBox: SealedTexts = {
  async read(name) {
    try {
      const kept = (await done((await box('readonly')).get(name))) as Sealed | undefined;
      return kept && new TextDecoder().decode(await unseal(kept));
    } catch {
      return undefined;
    }
  },
  async write(name, text) {
    try {
      const sealed = await seal(new TextEncoder().encode(text));
      await done((await box('readwrite')).put(sealed, name));
      return true;
    } catch {
      return false;
    }
  },
  async remove(name) {
    try {
      await done((await box('readwrite')).delete(name));
    } catch {
      // It was not there.
    }
  },
  async keys() {
    try {
      return (await done((await box('readonly')).getAllKeys())).map(String);
    } catch {
      return [];
    }
  },
};
