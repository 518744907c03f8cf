import { createHmac } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';

export interface KeyedHash {
  /** To find a value again without opening it. `kind` keeps equal values of different kinds apart. */
  find(kind: string, value: string): Buffer;
  /** Of any JSON value, whatever the order of its keys: same content, same fingerprint. */
  fingerprint(kind: string, value: unknown): Buffer;
  bytes(kind: string, value: Uint8Array): Buffer;
}

/** HMAC-SHA256: without the key nobody can try out all identity numbers. */
export function keyedHash(key: Buffer): KeyedHash {
  const start = (kind: string) => createHmac('sha256', key).update(`${kind}\0`);
  return {
    find: (kind, value) => start(kind).update(value).digest(),
    fingerprint: (kind, value) => start(kind).update(canonicalJson(value)).digest(),
    bytes: (kind, value) => start(kind).update(value).digest(),
  };
}
