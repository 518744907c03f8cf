import type { MessageKind } from '@assist/contracts';
import { and, arrayContains, eq, isNotNull, isNull } from 'drizzle-orm';
import { accounts, helperGrants } from '../../db/schema.ts';
import { nameOf } from '../account/account.ts';
import type { Context } from '../context.ts';
import { stateOf } from '../proxy/row.ts';
import { tellAccount } from './tell.ts';
import { MESSAGE_WORDS } from './words.ts';

/**
 * Told to the person alone: what is about their helpers, what may be a complaint about one of them, and what is about an account that
 * money goes to.
 */
const THEIRS_ALONE: readonly MessageKind[] = [
  'helper-acted',
  'helper-changed',
  'helped-told',
  'signed-in-your-name',
  'authentication-by-helper',
  'contact-change',
  'objection-answered',
  'voice-answered',
  'door-recorded',
  'door-answered',
  'paid',
  'account-needed',
  // They can do nothing about it for her.
  'unsent-ending',
];

/**
 * Whoever was asked to get this person's notices is told that there is one, by the same channels: who it is for and its title, and not
 * what stands in it. In the transaction of the message.
 */
export async function tellHelpers(
  tx: Context,
  { accountId, kind, messageId }: { readonly accountId: string; readonly kind: MessageKind; readonly messageId: string },
): Promise<void> {
  if (THEIRS_ALONE.includes(kind)) return;
  const rows = await tx.db
    .select({ grant: helperGrants, person: accounts })
    .from(helperGrants)
    .innerJoin(accounts, eq(accounts.id, helperGrants.personAccountId))
    .where(
      and(
        eq(helperGrants.personAccountId, accountId),
        arrayContains(helperGrants.verbs, ['notices']),
        isNull(helperGrants.endedAt),
        isNotNull(helperGrants.helperAccountId),
      ),
    );
  for (const { grant, person } of rows)
    if (grant.helperAccountId && stateOf(tx, grant) === 'active')
      await tellAccount(tx, {
        accountId: grant.helperAccountId,
        kind: 'helped-told',
        params: { person: nameOf(tx, person) ?? '您帮的人', what: MESSAGE_WORDS[kind].title },
        source: `helped-told:${messageId}:${grant.id}`,
      });
}
