import { browserStore, done } from './browser-store.h5';

/** What is sealed, and with which number used once. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

const KEY = 'the key';
const keys = browserStore('sealing');
let asking: Promise<CryptoKey> | undefined;

/**
 * The browser holds the key and gives it to nobody, not to this page either: what lies on the disk cannot be read without the browser.
 * Rejects where a browser has no such key (a page without https).
 */
function key(): Promise<CryptoKey> {
  asking ??= made().catch((error: unknown) => {
    asking = undefined;
    throw error;
  });
  return asking;
}
async function made(): Promise<CryptoKey> {
  const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  // Two pages open at once agree on one: whoever comes second takes what lies there.
  const drawer = await keys('readwrite');
  const kept = (await done(drawer.get(KEY))) as CryptoKey | undefined;
  if (kept) return kept;
  await done(drawer.put(fresh, KEY));
  return fresh;
}

export async function seal(bytes: BufferSource): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await key(), bytes) };
}

export const unseal = async ({ iv, data }: Sealed): Promise<ArrayBuffer> =>
  crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await key(), data);
