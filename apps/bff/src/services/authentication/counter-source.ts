import type { CivilDate } from '@assist/policy';
import { and, asc, eq, gt, isNotNull } from 'drizzle-orm';
import { changes } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import type { ContactSource } from './data-source.ts';

/** A statement that takes in a change ends within seconds; so far back it is read again, for those that ended late. */
const AGAIN_MS = 10 * 60_000;
const AT_ONCE = 500;

/** Our own counter: somebody told a change there in person, and the clerk saw them and their card. */
export const counterSource = (ctx: Context): ContactSource => ({
  name: 'changes-at-the-counter',
  read: async (after) => {
    const from = new Date(after === '' ? 0 : Date.parse(after) - AGAIN_MS);
    const rows = await ctx.db
      .select({ id: changes.id, hash: changes.tellerNumberHash, on: changes.toldOn, at: changes.toldAt })
      .from(changes)
      .where(and(eq(changes.sawPerson, true), isNotNull(changes.tellerNumberHash), gt(changes.toldAt, from)))
      .orderBy(asc(changes.toldAt), asc(changes.id))
      .limit(AT_ONCE);
    return {
      contacts: rows.flatMap(({ id, hash, on }) =>
        hash ? [{ key: id, person: { hash }, contact: 'window-with-card' as const, on: on as CivilDate }] : [],
      ),
      next: rows.at(-1)?.at.toISOString() ?? after,
    };
  },
});
