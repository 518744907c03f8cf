import { errorLines } from '../log.ts';

/** More than this is no fault of single rows. */
const MOST_FAILED = 500;

/**
 * Does something to row after row, each on its own: one that throws keeps none of those behind it waiting, and is gone round until the next
 * run, which tries it again.
 * @param next the rows that are due, but for these; an empty list ends it
 * @returns ids of those that threw, with what they threw, without values: for whoever runs the place
 * @throws AggregateError where so many threw that something else is wrong
 */
export async function eachApart(
  next: (except: readonly string[]) => Promise<readonly string[]>,
  work: (id: string) => Promise<unknown>,
): Promise<string[]> {
  const failed = new Map<string, string>();
  const errors: unknown[] = [];
  for (;;) {
    const ids = await next([...failed.keys()]);
    if (ids.length === 0) return [...failed].map(([id, why]) => `${id}: ${why}`);
    for (const id of ids)
      try {
        await work(id);
      } catch (error) {
        failed.set(id, errorLines(error).error.join(' < '));
        if (errors.push(error) > MOST_FAILED)
          throw new AggregateError(errors, 'so many rows failed that it is no fault of theirs', { cause: error });
      }
  }
}
