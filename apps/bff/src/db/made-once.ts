import type { Database } from './connect.ts';

/**
 * A query whose text is put together once a pool and not at every call: for the few that every request asks. Values come in by
 * `sql.placeholder`. On a transaction, or as somebody of the staff, it is put together anew.
 */
export function madeOnce<Q>(make: (db: Database) => Q): (db: Database) => Q {
  const made = new WeakMap<Database, Q>();
  return (db) => {
    let query = made.get(db);
    if (query === undefined) {
      query = make(db);
      made.set(db, query);
    }
    return query;
  };
}
