import { drizzle } from 'drizzle-orm/postgres-js';
import type { ReservedSql } from 'postgres';
import type { Client, Database } from './connect.ts';
import { isLost } from './in-one-trip.ts';

type Answer = Promise<unknown>;
interface Question {
  readonly ask: (on: ReservedSql) => Answer;
  readonly answered: (answer: Answer) => void;
}

/** So many wait for each other's answers and not more: others take another connection. */
const MOST = 16;
const poolsBeside = new WeakMap<Database, Database>();

/**
 * A pool for reads that need nothing of each other: what is asked in one go, also by several requests, leaves on one connection as one write
 * and comes back as one, where the pool itself would wake a connection for each. Every statement is still by itself: one that fails fails
 * alone. A transaction, and a pool that is bound to somebody, stay what they are.
 */
export const sideBySide = (db: Database): Database => poolsBeside.get(db) ?? db;

/** Makes it of a pool. */
export function allowSideBySide(db: Database, client: Client): void {
  let waiting: Question[] = [];
  const leave = async (questions: readonly Question[]): Promise<void> => {
    const on = await client.reserve();
    const answers = questions.map(({ ask }) => ask(on));
    for (const [i, one] of questions.entries()) one.answered(answers[i] as Answer);
    const ends = await Promise.allSettled(answers);
    // Of a connection that is gone nobody knows any more: it must not be given back.
    if (!ends.some((end) => end.status === 'rejected' && isLost(end.reason))) on.release();
  };
  const leaveAll = () => {
    const all = waiting;
    waiting = [];
    for (let from = 0; from < all.length; from += MOST) {
      const questions = all.slice(from, from + MOST);
      leave(questions).catch((error: unknown) => {
        for (const one of questions) one.answered(Promise.reject(error));
      });
    }
  };
  const question = (ask: Question['ask']): Answer =>
    new Promise((resolve) => {
      if (waiting.push({ ask, answered: resolve }) === 1) setImmediate(leaveAll);
    });
  // The few ways in which drizzle asks a pool.
  const facade = {
    options: client.options,
    unsafe: (text: string, values: never[]) => ({
      values: () => question((on) => on.unsafe(text, values).values().execute()),
      // biome-ignore lint/suspicious/noThenProperty: postgres' own queries are awaited too
      then: (ok: (value: unknown) => unknown, not: (error: unknown) => unknown) =>
        question((on) => on.unsafe(text, values).execute()).then(ok, not),
    }),
  } as unknown as Client;
  poolsBeside.set(db, drizzle({ client: facade }));
}
