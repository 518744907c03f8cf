import type { Suite } from './suites.ts';
import { suiteOf } from './suites.ts';

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

/** What sealed it: a key of the configuration itself (1, as everything was before data keys), or a data key (2). */
export type Form = 1 | 2;
export interface SealedBy {
  readonly form: Form;
  readonly id: string;
}

/** Which keys there are now. Asked at every value: they may change while the process runs. */
export interface KeysInHand {
  sealing(): SealedBy & { readonly suite: Suite };
  opening(by: SealedBy): Suite | undefined;
}

/** A value of a key that this process does not have: not yet, or no more. */
export class KeyNotInHand extends Error {
  /** Another try may help: keys are fetched again. */
  readonly code = 'key-not-in-hand';
  constructor() {
    super('sealed value: form or key unknown');
    this.name = 'KeyNotInHand';
  }
}

/** What stands in front: form (1), length of key id (1), key id. */
export const headOf = ({ form, id }: SealedBy): Buffer => Buffer.concat([Buffer.from([form, id.length]), Buffer.from(id, 'ascii')]);

/** Which key sealed a value; undefined where it is none of ours. */
export function sealedBy(sealed: Uint8Array): SealedBy | undefined {
  const [form, length = 0] = sealed;
  if ((form !== 1 && form !== 2) || length === 0 || sealed.length < 2 + length) return undefined;
  return { form, id: Buffer.from(sealed.buffer, sealed.byteOffset + 2, length).toString('ascii') };
}

/**
 * Seals with the key in hand and opens with whichever sealed. Layout: form (1), length of key id (1), key id, then as the key's suite has it.
 * Opening throws when the key is not known or anything was changed; the message names no content.
 */
export function cipherOf(keys: KeysInHand): FieldCipher {
  // The key's name is bound in with the place since form 2.
  const about = (by: SealedBy, head: Buffer, place: string) =>
    by.form === 1 ? Buffer.from(place) : Buffer.concat([head, Buffer.from(place)]);
  const seal: FieldCipher['seal'] = (place, plain) => {
    const key = keys.sealing();
    const head = headOf(key);
    return Buffer.concat([head, key.suite.seal(about(key, head, place), plain)]);
  };
  const openBytes: FieldCipher['openBytes'] = (place, given) => {
    const sealed = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
    const by = sealedBy(sealed);
    const suite = by && keys.opening(by);
    if (!suite) throw new KeyNotInHand();
    const start = 2 + by.id.length;
    return suite.open(about(by, sealed.subarray(0, start), place), sealed.subarray(start));
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

/** Keys of the configuration by themselves, in AES-256-GCM: what sealed before there were data keys. The first seals, all open. */
export function directKeys(keys: readonly CipherKey[]): KeysInHand {
  const [current] = keys;
  if (!current) throw new Error('no field key');
  const byId = new Map(keys.map((key) => [key.id, suiteOf('aes-256-gcm', key.bytes)]));
  const sealing = { form: 1, id: current.id, suite: byId.get(current.id) as Suite } as const;
  return { sealing: () => sealing, opening: ({ form, id }) => (form === 1 ? byId.get(id) : undefined) };
}

/** A cipher of the configuration's keys alone. @param keys the first seals, all open */
export const fieldCipher = (keys: readonly CipherKey[]): FieldCipher => cipherOf(directKeys(keys));
