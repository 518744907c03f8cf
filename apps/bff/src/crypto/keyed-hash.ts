import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';

export interface KeyedHash {
  /** To find a value again without opening it. `kind` keeps equal values of different kinds apart. */
  find(kind: string, value: string): Buffer;
  /** Of any JSON value, whatever the order of its keys: same content, same fingerprint. */
  fingerprint(kind: string, value: unknown): Buffer;
  bytes(kind: string, value: Uint8Array): Buffer;
  /** As it was before each key that came later, the newest first: for what was hashed then and is never hashed again. */
  older(): readonly KeyedHash[];
}

/** One key more over a hash: whoever knows the keys before it can still try out nothing. */
export const hashedOver = (key: Buffer | KeyObject, hash: Uint8Array): Buffer => createHmac('sha256', key).update(hash).digest();

/**
 * HMAC-SHA256: without the key nobody can try out all identity numbers.
 * @param later keys that came after the first: each hashes what the one before it came to, so that a hash that lies somewhere becomes that of a
 * newer key without the value behind it
 */
export function keyedHash(first: Buffer, ...later: readonly Buffer[]): KeyedHash {
  // Made once: given as bytes, a key is made anew for every hash, which takes four times as long as hashing.
  const secret = createSecretKey(first);
  const over = later.map((key) => createSecretKey(key));
  const of = (kind: string, value: string | Uint8Array): Buffer =>
    over.reduce((hash, key) => hashedOver(key, hash), createHmac('sha256', secret).update(`${kind}\0`).update(value).digest() as Buffer);
  return {
    find: of,
    fingerprint: (kind, value) => of(kind, canonicalJson(value)),
    bytes: of,
    older: () => later.map((_, n) => keyedHash(first, ...later.slice(0, n))).reverse(),
  };
}
