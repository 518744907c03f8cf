import type { LogPosition, Standing } from '../../db/replica.ts';
import { mayServe } from './may-serve.ts';

export interface Lag {
  readonly seconds: number;
  /** As last seen; a replica that is away may be further behind. */
  readonly bytes: number;
}

/** More than so many looks back nothing new is learnt: the oldest says how long it has been. */
const MOST = 600;

const onOneLine = (a: LogPosition, b: LogPosition): boolean => a.cluster === b.cluster && a.line === b.line;

/**
 * How long a replica has been behind, out of what was seen of both. The replica's own clock of its last transaction would say an hour after an
 * hour in which nobody wrote.
 * @param now milliseconds of any clock that only goes forward
 */
export function lagOf(now: () => number) {
  let open: { readonly seenAt: number; readonly position: LogPosition }[] = [];
  let bytes = 0;
  return {
    /** @param standing undefined where it did not answer */
    seen(position: LogPosition, standing: Standing | undefined): Lag {
      // After a failover nobody ever reaches a place on the line before: since when it is behind stays, where it has to come to is new.
      open = open.map((one) => (onOneLine(one.position, position) ? one : { ...one, position }));
      if (open.length < MOST) open.push({ seenAt: now(), position });
      else open[MOST - 1] = { seenAt: now(), position };
      if (standing) {
        open = open.filter((one) => mayServe(standing, one.position) !== undefined);
        bytes = mayServe(standing, position) ? Math.max(Number(position.at - standing.at), 0) : 0;
      }
      return this.now();
    },
    now: (): Lag => ({ seconds: open[0] ? (now() - open[0].seenAt) / 1000 : 0, bytes }),
  };
}
