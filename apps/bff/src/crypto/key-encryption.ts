import { hkdfSync } from 'node:crypto';
import type { CipherKey } from './field-cipher.ts';
import { type Suite, type SuiteName, suiteOf } from './suites.ts';

/** A data key as it lies in the database: shut by a key that never does. */
export interface WrappedKey {
  readonly id: string;
  readonly suite: SuiteName;
  /** Which key-encryption key shut it. */
  readonly wrappedBy: string;
  readonly wrapped: Buffer;
}

/** The keys that shut data keys. Local ones below; a key service or a cipher machine stands in the same place, so its calls may take time. */
export interface KeyEncryption {
  wrap(id: string, suite: SuiteName, bytes: Buffer): Promise<WrappedKey>;
  /** @throws where the key that shut it is not known, or anything was changed */
  unwrap(key: WrappedKey): Promise<Buffer>;
  /** The key that shuts now; what others shut may be shut anew by it. */
  readonly current: string;
}

const aboutOf = (id: string, suite: SuiteName): Buffer => Buffer.from(`data-key:${suite}:${id}`);

/** Out of the configuration: each by a key of its own purpose, so that none both shuts data keys and seals values. @param keys the first shuts, all open */
export function localKeyEncryption(keys: readonly CipherKey[]): KeyEncryption {
  const [first] = keys;
  if (!first) throw new Error('no field key');
  const byId = new Map(keys.map((key) => [key.id, key.bytes]));
  const derived = (bytes: Buffer, suite: SuiteName): Suite =>
    suiteOf(suite, Buffer.from(hkdfSync(suite === 'aes-256-gcm' ? 'sha256' : 'sm3', bytes, Buffer.alloc(0), `assist wrap ${suite}`, 32)));
  return {
    current: first.id,
    wrap: async (id, suite, bytes) => ({
      id,
      suite,
      wrappedBy: first.id,
      wrapped: derived(first.bytes, suite).seal(aboutOf(id, suite), bytes),
    }),
    unwrap: async ({ id, suite, wrappedBy, wrapped }) => {
      const bytes = byId.get(wrappedBy);
      if (!bytes) throw new Error(`FIELD_KEYS lacks the key "${wrappedBy}", which a data key is shut by`);
      return derived(bytes, suite).open(aboutOf(id, suite), wrapped);
    },
  };
}
