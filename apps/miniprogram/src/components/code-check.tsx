import type { Result } from '@assist/contracts';
import { type ReactNode, useState } from 'react';
import { CodeEntry } from './code-entry';

/** A code that somebody was shown or told, and what it is: asked by anybody, answered below. */
export function CodeCheck<T>({
  ask,
  children,
  ...entry
}: {
  readonly label: string;
  readonly button: string;
  /** What is wrong with it before anybody is asked, in a sentence. */
  readonly wrongWith: (typed: string) => string | undefined;
  readonly ask: (typed: string) => Promise<Result<T>>;
  readonly children: (answer: T) => ReactNode;
}) {
  const [answer, setAnswer] = useState<T>();
  return (
    <CodeEntry
      {...entry}
      icon="shield"
      busyText="正在查"
      onWritten={() => setAnswer(undefined)}
      onCode={async (typed, still) => {
        const heard = await ask(typed);
        if (still()) setAnswer(heard.ok ? heard.data : undefined);
        return heard.ok ? undefined : heard.problem;
      }}
    >
      {answer ? children(answer) : null}
    </CodeEntry>
  );
}
