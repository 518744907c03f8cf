import { eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { contactSources } from '../../db/authentication.ts';
import { numberHash } from '../account/account.ts';
import { WAIT_MS } from '../alert/read-sources.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { within } from '../within.ts';
import { countContact } from './count-contact.ts';
import { counterSource } from './counter-source.ts';
import type { ContactSource, SourceContact } from './data-source.ts';
import { registeredSubject } from './whom.ts';

/** A source that is far behind is read on at the next round. */
const MOST_BATCHES = 20;

/**
 * Reads every data source on from where it was left, and counts whom the register knows. One that is broken or silent keeps none of the
 * others waiting. @returns how many contacts are new @throws what the first broken one threw, after the others
 */
export async function readContactSources(ctx: Context): Promise<number> {
  let fresh = 0;
  let broken: unknown;
  for (const source of [counterSource(ctx), ...ctx.contactSources])
    try {
      fresh += await readSource(ctx, source);
    } catch (error) {
      broken ??= error;
    }
  if (broken !== undefined) throw broken;
  return fresh;
}

async function readSource(ctx: Context, source: ContactSource): Promise<number> {
  let fresh = 0;
  for (let batch = 0; batch < MOST_BATCHES; batch++) {
    const [before] = await ctx.db.select().from(contactSources).where(eq(contactSources.name, source.name));
    const after = before?.cursor ?? '';
    const { contacts, next } = await within(WAIT_MS, (signal) => source.read(after, signal));
    // One transaction a contact: one that cannot be counted holds up no other.
    for (const contact of contacts) if (await inTransaction(ctx, (tx) => countOne(tx, source, contact))) fresh += 1;
    if (next === after) return fresh;
    const row = { name: source.name, cursor: next, readAt: now(ctx) };
    await ctx.db.insert(contactSources).values(row).onConflictDoUpdate({ target: contactSources.name, set: row });
  }
  return fresh;
}

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
