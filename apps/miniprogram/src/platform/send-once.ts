import type { Problem, Result } from '@assist/contracts';
import { useEffect, useRef, useState } from 'react';
import { newId } from './new-id';
import { readKept, removeKept, writeKept } from './storage';

interface Kept<B> {
  readonly id: string;
  readonly body: B;
}

export interface SendOnce<B, T> {
  /** Undefined until the phone was looked at; then what was sent and never answered, or null. */
  readonly unsent: B | null | undefined;
  readonly answer: T | undefined;
  readonly problem: Problem | undefined;
  readonly send: (body: B) => Promise<void>;
}

const KEY = 'once.';

/**
 * Something that is sent once, under an id made here: it lies on the phone, sealed, from the tap until the answer is there, so that an answer that
 * was lost, or an app that was closed in between, never makes two of it. With the answer nothing of it stays.
 * @param about what it is, one at a time of it: `objection.<posting>`
 */
export function useSendOnce<B, T>(about: string, deliver: (id: string, body: B) => Promise<Result<T>>): SendOnce<B, T> {
  const [unsent, setUnsent] = useState<B | null | undefined>();
  const [answer, setAnswer] = useState<T>();
  const [problem, setProblem] = useState<Problem>();
  const kept = useRef<Kept<B> | undefined>(undefined);
  useEffect(() => {
    void readKept<Kept<B>>(KEY + about).then((found) => {
      kept.current = found;
      setUnsent(found?.body ?? null);
    });
  }, [about]);
  const send = async (body: B): Promise<void> => {
    const same = kept.current && JSON.stringify(kept.current.body) === JSON.stringify(body);
    const going: Kept<B> = same && kept.current ? kept.current : { id: await newId(), body };
    kept.current = going;
    await writeKept(KEY + about, going);
    const heard = await deliver(going.id, body);
    setProblem(heard.ok ? undefined : heard.problem);
    if (!heard.ok) return;
    kept.current = undefined;
    await removeKept(KEY + about);
    setAnswer(heard.data);
  };
  return { unsent, answer, problem, send };
}
