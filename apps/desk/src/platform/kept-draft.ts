import { staffApi } from '@assist/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from './api.ts';
import { drafts } from './drafts.ts';

/** Milliseconds of quiet after which what was typed goes to the server. */
const QUIET = 800;

/** One after the other, so that forgetting can never be overtaken by an older keeping. */
let line: Promise<unknown> = Promise.resolve();
const inLine = (work: () => Promise<unknown>): void => {
  // A draft that could not be kept there is still in the tab; the next stroke tries again.
  line = line.then(work, work).catch(() => undefined);
};

/**
 * Half-written words: with the tab at once, and at the server for this clerk alone, so that a browser that closes in the middle costs
 * nothing. What the tab has comes first; the server's is taken only while nothing was typed yet.
 */
export function useKeptDraft<T extends object>(
  name: string,
  fresh: () => T,
): { readonly value: T; readonly change: (part: Partial<T>) => void; readonly forget: () => void } {
  const [value, setValue] = useState<T>(() => ({ ...fresh(), ...((drafts.read(name) as Partial<T> | null) ?? {}) }));
  const touched = useRef(drafts.read(name) !== null);
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; next: T } | null>(null);

  const flush = useCallback(() => {
    if (!waiting.current) return;
    clearTimeout(waiting.current.timer);
    const body = JSON.stringify(waiting.current.next);
    waiting.current = null;
    inLine(() => call(staffApi.keepStaffDraft, { params: { name }, body: { body } }));
  }, [name]);

  useEffect(() => {
    let here = true;
    if (!touched.current)
      call(staffApi.staffDraft, { params: { name } }).then(
        ({ body }) => {
          if (here && body && !touched.current) setValue((old) => ({ ...old, ...read<T>(body) }));
        },
        // Without the server's copy one begins anew.
        () => undefined,
      );
    const onHide = (): void => flush();
    document.addEventListener('visibilitychange', onHide);
    return () => {
      here = false;
      document.removeEventListener('visibilitychange', onHide);
      flush();
    };
  }, [name, flush]);

  const change = (part: Partial<T>): void => {
    touched.current = true;
    const next = { ...value, ...part };
    drafts.write(name, next);
    setValue(next);
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = { next, timer: setTimeout(flush, QUIET) };
  };
  const forget = (): void => {
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = null;
    drafts.forget(name);
    inLine(() => call(staffApi.forgetStaffDraft, { params: { name } }));
  };
  return { value, change, forget };
}

function read<T>(body: string): Partial<T> {
  try {
    return JSON.parse(body) as Partial<T>;
  } catch {
    return {};
  }
}
