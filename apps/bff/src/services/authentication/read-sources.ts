import { eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { contactSources } from '../../db/authentication.ts';
import { numberHash } from '../account/account.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { readOn } from '../source/read-on.ts';
import { countContact } from './count-contact.ts';
import { counterSource } from './counter-source.ts';
import type { ContactSource, SourceContact } from './data-source.ts';
import { registeredSubject } from './whom.ts';

/** Reads every data source on from where it was left, and counts whom the register knows. @returns how many contacts are new */
export const readContactSources = (ctx: Context): Promise<number> =>
  readOn([counterSource(ctx), ...ctx.contactSources], {
    cursorOf: async (name) => {
      const [before] = await ctx.db.select().from(contactSources).where(eq(contactSources.name, name));
      return before?.cursor ?? '';
    },
    take: async (source, { contacts }) => {
      let fresh = 0;
      // One transaction a contact: one that cannot be counted holds up no other.
      for (const contact of contacts) if (await inTransaction(ctx, (tx) => countOne(tx, source, contact))) fresh += 1;
      return fresh;
    },
    keep: async (name, cursor) => {
      const row = { name, cursor, readAt: now(ctx) };
      await ctx.db.insert(contactSources).values(row).onConflictDoUpdate({ target: contactSources.name, set: row });
    },
  });

async function countOne(tx: Context, source: ContactSource, seen: SourceContact): Promise<boolean> {
  const hash = 'hash' in seen.person ? seen.person.hash : numberHash(tx, { kind: 'resident-identity', number: seen.person.number });
  const whom = hash && seen.on <= dayInShanghai(tx.clock()) ? await registeredSubject(tx, hash) : undefined;
  if (!whom) return false;
  const counted = await countContact(tx, {
    whom,
    contact: seen.contact,
    on: seen.on,
    by: { kind: 'source', id: source.name, role: 'source' },
    detail: { names: [], where: seen.where },
    unknown: 'nothing',
    sourceKey: `${source.name}:${seen.key}`,
  });
  return counted?.fresh === true;
}
