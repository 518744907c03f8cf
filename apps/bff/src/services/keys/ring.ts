import { randomBytes } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import type { KeysInHand, SealedBy } from '../../crypto/field-cipher.ts';
import type { KeyEncryption, WrappedKey } from '../../crypto/key-encryption.ts';
import { KEY_BYTES, type Suite, type SuiteName, suiteOf } from '../../crypto/suites.ts';
import type { Client } from '../../db/connect.ts';
import type { HashRing } from './hash-ring.ts';
import { SEALED_PLACES } from './sealed-places.ts';

/** How long a process goes by what it fetched. */
const FRESH_MS = 10_000;
/** A new key seals this long after it was made: every process has fetched it by then. */
export const GRACE_MS = 60_000;
/** Any number, the same for ever: the first key is made once. */
const LOCK = 7_401_163_977;

export interface DataKey {
  readonly id: string;
  readonly suite: SuiteName;
  readonly wrappedBy: string;
  readonly sealsFrom: number;
}

/** The data keys as a process has them. */
export interface KeyRing extends KeysInHand {
  /** Fetches keys where what is in hand is not fresh. Before every request and every turn of the worker. */
  fresh(): Promise<void>;
  /** Fetches keys now. */
  load(): Promise<void>;
  /** Makes a key that seals once every process has it. @returns its id and from when */
  make(): Promise<DataKey>;
  /** All there are, the oldest first. */
  all(): readonly DataKey[];
  readonly encryption: KeyEncryption;
}

type Row = Omit<WrappedKey, 'suite'> & { suite: SuiteName; sealsFrom: string };

/**
 * The data keys out of the database, opened by `encryption`. Until they were fetched once, and where the configuration's keys sealed a value
 * by themselves, those work (`direct`).
 * @param suite what new keys seal with
 * @param hashes fetched along with them
 */
export function keyRing(
  client: Client,
  clock: Clock,
  encryption: KeyEncryption,
  direct: KeysInHand,
  suite: SuiteName,
  hashes: HashRing,
): KeyRing {
  let keys: readonly (DataKey & { readonly work: Suite })[] = [];
  let byId = new Map<string, Suite>();
  let fetchedAt = Number.NEGATIVE_INFINITY;
  let missed = false;
  let fetching: Promise<void> | undefined;

  const rows = () =>
    client<Row[]>`select id, suite, wrapped_by as "wrappedBy", wrapped, seals_from as "sealsFrom" from data_keys order by seals_from, id`;
  const add = async (one: Client, sealsFrom: Date): Promise<DataKey> => {
    // The day in front, so that a person sees which one is old.
    const id = `${new Date(clock()).toISOString().slice(2, 10).replaceAll('-', '')}${randomBytes(4).toString('hex')}`;
    const { wrappedBy, wrapped } = await encryption.wrap(id, suite, randomBytes(KEY_BYTES));
    await one`insert into data_keys (id, suite, wrapped_by, wrapped, made_at, seals_from)
      values (${id}, ${suite}, ${wrappedBy}, ${wrapped}, ${new Date(clock()).toISOString()}, ${sealsFrom.toISOString()})`;
    return { id, suite, wrappedBy, sealsFrom: sealsFrom.getTime() };
  };
  const fetchAll = async () => {
    let [found] = await Promise.all([rows(), hashes.load(client)]);
    if (found.length === 0) {
      await client.begin(async (tx) => {
        await tx`select pg_advisory_xact_lock(${LOCK})`;
        const [there] = await tx`select from data_keys limit 1`;
        if (there) return;
        const { id } = await add(tx as unknown as Client, new Date(clock()));
        // Of a new installation nothing was sealed before.
        await tx`insert into reseal_progress (place, to_key, passes, changed_at)
          select name, ${id}, 2, ${new Date(clock()).toISOString()} from unnest(${SEALED_PLACES.map(({ name }) => name)}::text[]) as name
          where not exists (select from accounts) and not exists (select from case_files) and not exists (select from register_imports)`;
      });
      found = await rows();
    }
    const known = byId;
    const opened = await Promise.all(
      found.map(async (row) => ({
        id: row.id,
        suite: row.suite,
        wrappedBy: row.wrappedBy,
        sealsFrom: Date.parse(row.sealsFrom),
        work: known.get(row.id) ?? suiteOf(row.suite, await encryption.unwrap(row)),
      })),
    );
    keys = opened;
    byId = new Map(opened.map((one) => [one.id, one.work]));
    fetchedAt = performance.now();
    missed = false;
  };
  const load = () => {
    fetching ??= fetchAll().finally(() => {
      fetching = undefined;
    });
    return fetching;
  };
  return {
    encryption,
    load,
    fresh: async () => {
      const age = performance.now() - fetchedAt;
      if (age < FRESH_MS && !missed) return;
      // A database that is away for a moment says so itself; for that long, nothing can have begun to seal that is not in hand.
      await load().catch((error: unknown) => {
        if (age > GRACE_MS / 2) throw error;
      });
    },
    make: async () => {
      const made = await add(client, new Date(clock() + GRACE_MS));
      await load();
      return made;
    },
    all: () => keys,
    sealing: () => {
      const at = clock();
      const key = keys.findLast(({ sealsFrom }) => sealsFrom <= at) ?? keys[0];
      return key ? { form: 2, id: key.id, suite: key.work } : direct.sealing();
    },
    opening: (by: SealedBy) => {
      if (by.form === 1) return direct.opening(by);
      const work = byId.get(by.id);
      if (!work) missed = true;
      return work;
    },
  };
}
