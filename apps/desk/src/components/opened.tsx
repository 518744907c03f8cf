import './opened.css';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { ProblemNote } from './problem-note.tsx';
import { Shell } from './shell.tsx';
import { Waiting } from './waiting.tsx';

interface OpenedProps<T> {
  readonly one: { readonly data: T | undefined; readonly isPending: boolean; readonly error: unknown; readonly refetch: () => unknown };
  /** What it is, for who waits: `这次变化`. */
  readonly what: string;
  readonly back: string;
  readonly children: (data: T) => ReactNode;
}

/** The page of one opened thing: waiting, the thing, or what went wrong and the way back. */
export function Opened<T>({ one, what, back, children }: OpenedProps<T>) {
  const navigate = useNavigate();
  return (
    <Shell mini>
      {one.data !== undefined ? (
        children(one.data)
      ) : (
        <main className="work">
          {one.isPending ? (
            <section className="card">
              <Waiting rows={12} what={what} />
            </section>
          ) : (
            <section className="card card--pad">
              <ProblemNote error={one.error} again={() => void one.refetch()} />
              <Button onClick={() => void navigate(back)}>回队列</Button>
            </section>
          )}
        </main>
      )}
    </Shell>
  );
}
