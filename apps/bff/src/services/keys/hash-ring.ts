import { type CipherKey, KeyNotInHand } from '../../crypto/field-cipher.ts';
import { type KeyedHash, keyedHash } from '../../crypto/keyed-hash.ts';
import type { Client } from '../../db/connect.ts';

/** The keyed hash as a process has it. */
export interface HashRing extends KeyedHash {
  /** Looks which keys the rows are hashed with, and whether everybody rests from hashing. */
  load(client: Client): Promise<void>;
}

interface Row {
  readonly ids: string[];
  /** Milliseconds from now, by the database's clock: a process' own may go wrong. */
  readonly from: number | null;
  readonly until: number | null;
}

/**
 * Hashes with those of `keys` that the database names, one over the other; with the first alone where it names none.
 * What asks for a hash while all rows are being hashed once more, or without one of the keys, is told to come again (`KeyNotInHand`).
 */
export function hashRing(keys: readonly CipherKey[]): HashRing {
  const [first] = keys;
  let hash: KeyedHash | undefined = keyedHash(first?.bytes ?? Buffer.alloc(0));
  let rests: { from: number; until: number } | undefined;
  const inHand = (): KeyedHash => {
    const at = performance.now();
    if (!hash || (rests && at >= rests.from && at < rests.until)) throw new KeyNotInHand();
    return hash;
  };
  return {
    find: (kind, value) => inHand().find(kind, value),
    fingerprint: (kind, value) => inHand().fingerprint(kind, value),
    bytes: (kind, value) => inHand().bytes(kind, value),
    older: () => inHand().older(),
    load: async (client) => {
      const [row] = await client<Row[]>`
        select ids, extract(epoch from rests_from - clock_timestamp())::float8 * 1000 as from,
          extract(epoch from rests_until - clock_timestamp())::float8 * 1000 as until from hash_keys`;
      const named = row ? row.ids.map((id) => keys.find((key) => key.id === id)?.bytes) : [first?.bytes ?? Buffer.alloc(0)];
      const [one, ...later] = named.filter((bytes) => bytes !== undefined);
      hash = one && later.length + 1 === named.length ? keyedHash(one, ...later) : undefined;
      const at = performance.now();
      rests = row?.from != null && row.until != null ? { from: at + row.from, until: at + row.until } : undefined;
    },
  };
}
