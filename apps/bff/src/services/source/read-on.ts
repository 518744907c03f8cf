import { within } from '../within.ts';

/** One that takes longer is read again at the next round. */
const WAIT_MS = 10_000;
/** A source that is far behind is read on at the next round. */
const MOST_BATCHES = 20;

interface Source {
  readonly name: string;
  /** @returns what came after a place in it, and where to go on: the same place where there is nothing more */
  read(after: string, signal: AbortSignal): Promise<{ readonly next: string }>;
}
interface ReadOn<S extends Source> {
  /** How far a source was read; empty where it never was. */
  readonly cursorOf: (name: string) => Promise<string>;
  /** @returns how many were new */
  readonly take: (source: S, batch: Awaited<ReturnType<S['read']>>) => Promise<number>;
  readonly keep: (name: string, cursor: string) => Promise<unknown>;
}

/**
 * Reads every source on from where it was left. Killed in between, it reads the same again. One that is broken or silent keeps none of the
 * others waiting. @returns how many were new @throws what the first broken one threw, after the others
 */
export async function readOn<S extends Source>(sources: readonly S[], how: ReadOn<S>): Promise<number> {
  let fresh = 0;
  let broken: unknown;
  for (const source of sources)
    try {
      fresh += await readOne(source, how);
    } catch (error) {
      broken ??= error;
    }
  // Said once the others were read: whoever watches the worker hears of it.
  if (broken !== undefined) throw broken;
  return fresh;
}

async function readOne<S extends Source>(source: S, { cursorOf, take, keep }: ReadOn<S>): Promise<number> {
  let fresh = 0;
  for (let batch = 0; batch < MOST_BATCHES; batch++) {
    const after = await cursorOf(source.name);
    const read = (await within(WAIT_MS, (signal) => source.read(after, signal))) as Awaited<ReturnType<S['read']>>;
    fresh += await take(source, read);
    if (read.next === after) break;
    await keep(source.name, read.next);
  }
  return fresh;
}
