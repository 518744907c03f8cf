import { AsyncLocalStorage } from 'node:async_hooks';
import { ServiceProblem } from '../services/problem.ts';

/** What a span says of itself: names that stand in the code, codes and counts. No id, no address, nothing of a person. */
type Said = Readonly<Record<string, string | number>>;

export interface About {
  readonly name: string;
  readonly kind?: 'server' | 'client' | 'consumer';
  readonly notes?: Said;
}
/** For what is known only at the end. */
export interface Notes {
  call(name: string): void;
  add(notes: Said): void;
  /** It was our fault. */
  broke(what: string): void;
}

/** A span that is under way. The library behind it is loaded only where somebody asked for traces. */
export interface Live extends Notes {
  /** One under this one. */
  start(about: About): Live;
  end(): void;
  /** Its place as W3C trace context writes it. */
  carried(): string;
}

/** Where the spans of this process go. */
export interface Traces {
  /**
   * Does something as a span: under what is under way, else as the first of a trace.
   * @param from what was carried along from another process (`carried`)
   */
  span<T>(about: About, work: (notes: Notes) => Promise<T>, from?: string | null): Promise<T>;
  /** Sends what has not been sent yet. */
  close(): Promise<void>;
}

const NOBODY: Notes = { call: () => undefined, add: () => undefined, broke: () => undefined };

/** Where nobody asked for traces: the work and nothing else. */
export const noTraces: Traces = { span: (_about, work) => work(NOBODY), close: async () => undefined };

const running = new AsyncLocalStorage<Live>();

/** Does something as a span under what is under way. Nothing is under way: no span, so that asking an empty queue makes no trace. */
export const within = <T>(about: About, work: () => Promise<T>): Promise<T> => {
  const now = running.getStore();
  return now ? during(now.start(about), work) : work();
};

/** The place of what is under way: for the row that another process takes up. */
export const carried = (): string | null => running.getStore()?.carried() ?? null;

/** Spans whose first one is begun so. */
export const spansFrom =
  (begin: (about: About, from: string | undefined) => Live): Traces['span'] =>
  (about, work, from) => {
    const now = from ? undefined : running.getStore();
    return during(now ? now.start(about) : begin(about, from ?? undefined), work);
  };

const during = <T>(live: Live, work: (notes: Notes) => Promise<T>): Promise<T> =>
  running.run(live, async () => {
    try {
      return await work(live);
    } catch (error) {
      // A problem is an answer that somebody gets; what it was about is not said. Messages and stacks can hold values.
      if (error instanceof ServiceProblem) live.add({ 'assist.problem': error.code });
      else live.broke(kindOf(error));
      throw error;
    } finally {
      live.end();
    }
  });

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return 'not an Error';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^\w{1,40}$/.test(code) ? `${error.name} ${code}` : error.name;
}
