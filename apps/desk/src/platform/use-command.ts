import type { Problem } from '@assist/contracts';
import { useCallback, useRef, useState } from 'react';
import { problemOf } from './api.ts';

/** Whether it is unknown if the server did it, so that only the same key may be sent again. */
const unsure = (problem: Problem): boolean => problem.status === 0 || problem.status >= 500 || problem.code === 'key-in-progress';

export interface Command<A extends readonly unknown[], T> {
  readonly run: (...args: A) => Promise<T | undefined>;
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly forget: () => void;
}

/**
 * One act of a clerk. The key is made once an act and kept while nobody knows whether it arrived:
 * pressing again after a broken connection can never do it twice. A second press while one is under way does nothing.
 */
export function useCommand<A extends readonly unknown[], T>(act: (key: string, ...args: A) => Promise<T>): Command<A, T> {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const key = useRef<{ key: string; about: string } | null>(null);
  const running = useRef(false);
  const run = useCallback(
    async (...args: A): Promise<T | undefined> => {
      if (running.current) return undefined;
      running.current = true;
      setBusy(true);
      setProblem(null);
      const about = JSON.stringify(args);
      if (key.current?.about !== about) key.current = { key: crypto.randomUUID(), about };
      try {
        const done = await act(key.current.key, ...args);
        key.current = null;
        return done;
      } catch (error) {
        const found = problemOf(error);
        if (!unsure(found)) key.current = null;
        setProblem(found);
        return undefined;
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
    [act],
  );
  const forget = useCallback(() => setProblem(null), []);
  return { run, busy, problem, forget };
}
