import { createContext, type ReactNode, useContext, useEffect, useId } from 'react';
import { makeStore, type Store, useStore } from '@/platform/store';

export interface Line {
  readonly id: string;
  /** Each is a sentence with a recording of its own. */
  readonly sentences: readonly string[];
}

/** The lines of one page that can be read aloud, as they stand there, and the one that is being read. */
export interface Readables {
  readonly lines: Map<string, readonly string[]>;
  /** Goes up whenever a line comes, changes or goes. */
  readonly version: Store<number>;
  readonly reading: Store<string | undefined>;
}

export const makeReadables = (): Readables => ({
  lines: new Map(),
  version: makeStore(0),
  reading: makeStore<string | undefined>(undefined),
});
export const ReadablesOfPage = createContext<Readables>(makeReadables());

/** What of these is words; a picture or a control has none to read. */
const sentencesOf = (parts: readonly ReactNode[]): readonly string[] =>
  parts.flatMap((part) => (typeof part === 'string' && part ? [part] : []));

/** Lets the page's "读给我听" read this line. @returns the class of the line: it has an outline while it is read */
export function useReadable(...parts: readonly ReactNode[]): string {
  const id = useId();
  const page = useContext(ReadablesOfPage);
  // One string: the same words drawn again are no new line.
  const text = sentencesOf(parts).join('\n');
  useEffect(() => {
    if (!text) return;
    page.lines.set(id, text.split('\n'));
    page.version.set((n) => n + 1);
    return () => {
      page.lines.delete(id);
      page.version.set((n) => n + 1);
    };
  }, [id, page, text]);
  return useStore(page.reading) === id ? 'read-now' : '';
}

export const linesOf = (page: Readables): readonly Line[] => [...page.lines].map(([id, sentences]) => ({ id, sentences }));
