import { type SQL, sql } from 'drizzle-orm';
import { casesByIds, type OpenCase } from '../case-file/case-file-of.ts';
import type { Context } from '../context.ts';
import { eachApart } from '../each-apart.ts';
import { inTransaction } from '../in-transaction.ts';
import { insertRun } from './open-run.ts';

type NewRun = Parameters<typeof insertRun>[1];

const BATCH = 100;

/**
 * Opens a procedure for every household that is due for it, each on its own: a household whose record cannot be opened keeps no other's
 * review from beginning. Two workers at once open each once.
 * @param due which households, of `case_files c`: no more true of one whose procedure was opened
 * @param order of them, so that an index serves
 * @returns ids of the households for which it could not be opened, and why; tried again at the next round
 */
export const openDue = (ctx: Context, due: SQL, order: SQL, runOf: (one: OpenCase) => NewRun): Promise<string[]> =>
  eachApart(
    async (except) => {
      const rows = await ctx.db.execute<{ id: string }>(sql`
        select c.id from case_files c
        where c.ended_on is null and c.id <> all (${sql.param(`{${except.join(',')}}`)}::uuid[]) and ${due}
        order by ${order} limit ${BATCH}`);
      return rows.map((row) => row.id);
    },
    (id) =>
      inTransaction(ctx, async (tx) => {
        await tx.db.execute(sql`select from case_files where id = ${id} for update`);
        // Looked at again, by a statement that sees what whoever had it before has opened.
        const [still] = await tx.db.execute(sql`select from case_files c where c.id = ${id} and c.ended_on is null and ${due}`);
        const one = still && (await casesByIds(tx, [id])).get(id);
        if (one) await insertRun(tx, runOf(one));
      }),
  );
