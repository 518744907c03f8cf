import type { HelperVerb } from '@assist/contracts';
import { eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { helperActs, helperGrants } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { tellAccount } from '../message/tell.ts';
import type { Resident } from '../session/authenticate.ts';
import { type ActRow, type GrantRow, helperNameOf } from './row.ts';

type About = readonly [ActRow['aboutKind'], string];

const WORDS: Readonly<Record<ActRow['aboutKind'], string>> = {
  draft: '替您填了申请',
  file: '替您送了照片',
  application: '替您交了申请',
  correction: '替您补了材料',
};
export const actWords = (kind: ActRow['aboutKind']): string => WORDS[kind];

/** Where a helper did it: on record beside it, and told to the person; the same thing once a day. In the transaction of what was done. */
export async function noteHelperAct(tx: Context, who: Resident, verb: HelperVerb, [aboutKind, aboutId]: About): Promise<void> {
  if (who.helper) await noteAct(tx, who.helper.grantId, verb, [aboutKind, aboutId]);
}

/** The same by the id of the grant, for what is written outside of a verb's transaction. */
export async function noteAct(tx: Context, grantId: string, verb: HelperVerb, [aboutKind, aboutId]: About): Promise<void> {
  const onDay = dayInShanghai(tx.clock());
  const [made] = await tx.db
    .insert(helperActs)
    .values({ grantId, verb, aboutKind, aboutId, onDay, at: now(tx) })
    .onConflictDoNothing()
    .returning();
  if (!made) return;
  const [row] = await tx.db.select().from(helperGrants).where(eq(helperGrants.id, grantId));
  const grant = row as GrantRow;
  await record(tx, {
    actor: { kind: 'account', id: grant.helperAccountId as string },
    action: 'helper-acted',
    object: [aboutKind, aboutId],
  });
  await tellAccount(tx, {
    accountId: grant.personAccountId,
    kind: 'helper-acted',
    params: { helper: helperNameOf(tx, grant), on: onDay, what: WORDS[aboutKind] },
    source: `helper-act:${made.id}`,
  });
}
