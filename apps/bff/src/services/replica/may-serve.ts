import type { LogPosition, Standing } from '../../db/replica.ts';

/** Why a replica was not read from; a word for the metrics. */
export type NotServed =
  /** It has not yet replayed what was there when the question came. */
  | 'behind'
  /** It follows nobody: it was promoted, or the address is not a replica's. */
  | 'not-a-replica'
  /** It follows another primary than ours, or the one from before a failover. */
  | 'another-line'
  /** It took too long. */
  | 'slow'
  /** It cannot be reached, or the line broke off. */
  | 'away'
  /** It could not answer this question, as where replaying took away what was being read. */
  | 'broke'
  /** The verb wanted to write. */
  | 'writes';

/** Whether a replica shows all that was there at a position of the primary. */
export function mayServe(standing: Standing, position: LogPosition): NotServed | undefined {
  if (!standing.following) return 'not-a-replica';
  if (standing.cluster !== position.cluster || standing.line !== position.line) return 'another-line';
  return standing.at < position.at ? 'behind' : undefined;
}
