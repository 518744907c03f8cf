import type { Problem, Result } from '@assist/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';

export type Remote<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly data: T }
  | { readonly state: 'problem'; readonly problem: Problem };

/**
 * Fetches once, and again on `reload`. What was shown stays until the new answer is there.
 * @param wanted nothing is fetched while this is false
 */
export function useRemote<T>(
  fetch: () => Promise<Result<T>>,
  wanted = true,
): { readonly remote: Remote<T>; readonly reload: () => Promise<void> } {
  const [remote, setRemote] = useState<Remote<T>>({ state: 'loading' });
  const latest = useRef(0);
  const ask = useRef(fetch);
  ask.current = fetch;
  const reload = useCallback(async () => {
    const turn = ++latest.current;
    const answer = await ask.current();
    if (turn !== latest.current) return;
    setRemote((now) =>
      answer.ok ? { state: 'ready', data: answer.data } : now.state === 'ready' ? now : { state: 'problem', problem: answer.problem },
    );
  }, []);
  useEffect(() => {
    if (wanted) void reload();
    return () => {
      latest.current++;
    };
  }, [reload, wanted]);
  return { remote, reload };
}
