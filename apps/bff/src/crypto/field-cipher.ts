import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';

export interface CipherKey {
  /** At most 255 bytes of ASCII; stands in front of what it sealed, so that keys can be changed one after the other. */
  readonly id: string;
  readonly bytes: Buffer;
}

export interface FieldCipher {
  /** @param place where it is kept, e.g. `account.name:<id>`; the same is needed to open it, so a value moved elsewhere stays shut */
  seal(place: string, plain: string | Uint8Array): Buffer;
  openBytes(place: string, sealed: Uint8Array): Buffer;
  openText(place: string, sealed: Uint8Array): string;
  sealJson(place: string, value: unknown): Buffer;
  openJson<T>(place: string, sealed: Uint8Array): T;
}

const FORM = 1;
const IV = 12;
const TAG = 16;

/**
 * AES-256-GCM. Layout: form (1), length of key id (1), key id, iv (12), tag (16), ciphertext.
 * Opening throws when the key is not known or anything was changed; the message names no content.
 * @param keys the first seals, all open
 */
export function fieldCipher(keys: readonly CipherKey[]): FieldCipher {
  const [current] = keys;
  if (!current) throw new Error('no field key');
  // Made once: given as bytes, a key is made anew for every field, which takes longer than sealing it.
  const byId = new Map(keys.map((key) => [key.id, createSecretKey(key.bytes)]));
  const own = createSecretKey(current.bytes);
  const head = Buffer.concat([Buffer.from([FORM, current.id.length]), Buffer.from(current.id, 'ascii')]);
  const seal: FieldCipher['seal'] = (place, plain) => {
    const iv = randomBytes(IV);
    const cipher = createCipheriv('aes-256-gcm', own, iv).setAAD(Buffer.from(place));
    const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
    const rest = cipher.final();
    return Buffer.concat([head, iv, cipher.getAuthTag(), body, rest]);
  };
  const openBytes: FieldCipher['openBytes'] = (place, given) => {
    const sealed = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
    const start = 2 + (sealed[1] ?? 0);
    const key = sealed[0] === FORM ? byId.get(sealed.toString('ascii', 2, start)) : undefined;
    if (!key || sealed.length < start + IV + TAG) throw new Error('sealed value: form or key unknown');
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(start, start + IV), { authTagLength: TAG });
    decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(start + IV, start + IV + TAG));
    return Buffer.concat([decipher.update(sealed.subarray(start + IV + TAG)), decipher.final()]);
  };
  const openText: FieldCipher['openText'] = (place, sealed) => openBytes(place, sealed).toString('utf8');
  return {
    seal,
    openBytes,
    openText,
    sealJson: (place, value) => seal(place, JSON.stringify(value)),
    openJson: (place, sealed) => JSON.parse(openText(place, sealed)),
  };
}
