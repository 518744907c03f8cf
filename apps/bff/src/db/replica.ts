import { sql } from 'drizzle-orm';
import { type Client, type Connection, connect, type Database } from './connect.ts';

/** A place in the log of a primary: of which cluster, on which of its lines (a promotion begins a new one), and how many bytes into it. */
export interface LogPosition {
  readonly cluster: string;
  readonly line: number;
  readonly at: bigint;
}

/** How far a server has come that reads the log of another one. */
export interface Standing extends LogPosition {
  /** False of a primary, and of a replica that was promoted. */
  readonly following: boolean;
}

/** A replica as it is read from. */
export interface ReplicaLink {
  /** One connection for one reader, so that what `standing` said holds for all that is read on it afterwards: whoever restarts ends it. */
  reading<T>(work: (db: Database, standing: () => Promise<Standing>) => Promise<T>): Promise<T>;
  /** How far it has come, on a connection that no reader holds up. */
  look(): Promise<Standing>;
  /** Ends every connection, also those that wait for an answer that does not come. The next reader opens new ones. */
  letGo(): void;
  close(): Promise<void>;
}

/**
 * What is on the primary's disk by now. Whoever could be told of a change was told after it was flushed (`synchronous_commit`), so whatever
 * anybody has seen lies before this place. @returns undefined where it is no primary at this moment
 */
export async function positionOf(primary: Client): Promise<LogPosition | undefined> {
  const [row] = await primary<{ cluster: string; at: string | null; line: string | null }[]>`
    select (select system_identifier::text from pg_control_system()) as cluster,
      case when not pg_is_in_recovery() then (pg_current_wal_flush_lsn() - '0/0'::pg_lsn)::text end as at,
      case when not pg_is_in_recovery() then left(pg_walfile_name(pg_current_wal_flush_lsn()), 8) end as line`;
  return row?.at && row.line ? { cluster: row.cluster, line: Number.parseInt(row.line, 16), at: BigInt(row.at) } : undefined;
}

/** A value to it, so that it is prepared as other statements are (`prepareRepeated`). */
const BEGINNING = '0/0';

/**
 * A commit whose record was replayed is seen by every statement that begins after. The line is that of its last restart point: after a
 * failover it may say the old one for some minutes, and is then not believed.
 */
async function standingOf(db: Database): Promise<Standing> {
  const [row] = (await db.execute(sql`
    select (select system_identifier::text from pg_control_system()) as cluster, (select timeline_id from pg_control_checkpoint()) as line,
      pg_is_in_recovery() as following, coalesce(pg_last_wal_replay_lsn() - ${BEGINNING}::pg_lsn, 0)::text as at`)) as unknown as readonly {
    cluster: string;
    line: number;
    following: boolean;
    at: string;
  }[];
  if (!row) throw new Error('a replica said nothing');
  return { ...row, at: BigInt(row.at) };
}

/** Reads from a replica as the residents' side, under the same row security as on the primary. Connects when first used. */
export function replicaLink(url: string, connections: number, name: string): ReplicaLink {
  const open = () => ({
    readers: connect(url, connections, name, 'account', true),
    looker: connect(url, 1, `${name}-look`, 'account', true),
  });
  let { readers, looker } = open();
  const ending = new Set<Promise<void>>();
  const end = (...gone: readonly Connection[]): void => {
    for (const one of gone) {
      const ended = one.close().finally(() => ending.delete(ended));
      ending.add(ended);
    }
  };
  return {
    reading: (work) => readers.db.transaction((db) => work(db, () => standingOf(db))),
    look: () => standingOf(looker.db),
    letGo: () => {
      end(readers, looker);
      ({ readers, looker } = open());
    },
    close: async () => {
      end(readers, looker);
      await Promise.all(ending);
    },
  };
}
