import type { SealedTexts } from './sealed-texts';

const NAME = 'sealed-box';
const KEY = 'the key';

function store(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(NAME);
    request.onsuccess = () => resolve(request.result.transaction(NAME, mode).objectStore(NAME));
    request.onerror = () => reject(request.error);
  });
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** The browser holds the key and gives it to nobody, not to this page either: what lies on the disk cannot be read without the browser. */
async function key(): Promise<CryptoKey> {
  const kept = (await done((await store('readonly')).get(KEY))) as CryptoKey | undefined;
  if (kept) return kept;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  await done((await store('readwrite')).put(made, KEY));
  return made;
}

/** Where a browser has no such key (a page without https), nothing is kept: the round then needs a network. */
export const sealedBox: SealedTexts = {
  async read(name) {
    try {
      const kept = (await done((await store('readonly')).get(name))) as { iv: BufferSource; data: BufferSource } | undefined;
      if (!kept) return undefined;
      return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: kept.iv }, await key(), kept.data));
    } catch {
      return undefined;
    }
  },
  async write(name, text) {
    try {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await key(), new TextEncoder().encode(text));
      await done((await store('readwrite')).put({ iv, data }, name));
      return true;
    } catch {
      return false;
    }
  },
  async remove(name) {
    try {
      await done((await store('readwrite')).delete(name));
    } catch {
      // It was not there.
    }
  },
};
