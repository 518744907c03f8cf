import { within } from '../traces/span.ts';
import type { Context } from './context.ts';

/**
 * Runs a verb's change, audit and outbox as one. Inside another transaction it is a part of that one.
 * What `work` throws undoes it; a `ServiceProblem` that it returns does not.
 */
export const inTransaction = <T>(ctx: Context, work: (tx: Context) => Promise<T>): Promise<T> =>
  within(TRANSACTION, () => ctx.db.transaction((db) => work({ ...ctx, db })));

const TRANSACTION = { name: 'transaction' };
