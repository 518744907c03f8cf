import { randomBytes, randomUUID } from 'node:crypto';
import { type HelpedPerson, type HelperKind, type HelperVerb, type Paper, STATEMENT_HASHES, STATEMENTS } from '@assist/contracts';
import { addDays } from '@assist/policy';
import { and, count, eq, gte, isNull } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { accounts, consents, helperGrants } from '../../db/schema.ts';
import { type AccountRow, accountPlace, nameOf, numberHash } from '../account/account.ts';
import { record } from '../audit/record.ts';
import { isAssistant } from '../authentication/assistant.ts';
import { checkPaper } from '../authentication/whom.ts';
import { requireNotice } from '../consent/require-notice.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { helpedViews } from './helping.ts';
import { type GrantRow, HELPED_APPID, helperPlace } from './row.ts';

const HALF_A_YEAR_DAYS = 183;
/** More people than a relative helps; an assistant has a village. Ours. */
const MOST_PEOPLE = { resident: 5, assistant: 300 } as const;
/** Nobody else would get the notices. The person takes all of it over once they are here. */
const VERBS: readonly HelperVerb[] = ['fill', 'send', 'notices', 'results'];

/**
 * Begins for somebody who has no phone of their own: an account that only waits for them, with what the helper wrote about who they are,
 * which proves nothing. What is sent from it is theirs, waits for them to be asked, and is taken over by them once they are verified.
 * The same id again is the same. @throws ServiceProblem `form-invalid`, `too-many-requests`, `not-found`, `signature-missing`
 */
export async function beginHelping(
  ctx: Context,
  who: Resident,
  grantId: string,
  person: { readonly name: string; readonly paper: Paper; readonly kind: HelperKind },
): Promise<HelpedPerson> {
  await requireNotice(ctx, who.accountId);
  checkPaper(ctx, person.paper, 'paper.number');
  return inTransaction(ctx, async (tx) => {
    await tx.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, who.accountId)).for('update');
    const [before] = await tx.db.select().from(helperGrants).where(eq(helperGrants.id, grantId));
    if (before && before.helperAccountId !== who.accountId) throw new ServiceProblem('not-found');
    return viewOf(tx, before ?? (await add(tx, who, grantId, person)));
  });
}

async function add(
  tx: Context,
  who: Resident,
  grantId: string,
  { name, paper, kind }: { name: string; paper: Paper; kind: HelperKind },
): Promise<GrantRow> {
  const at = now(tx);
  const today = dayInShanghai(at.getTime());
  const [open] = await tx.db
    .select({ n: count() })
    .from(helperGrants)
    .where(
      and(
        eq(helperGrants.helperAccountId, who.accountId),
        eq(helperGrants.begunBy, 'helper'),
        isNull(helperGrants.endedAt),
        gte(helperGrants.untilDay, today),
      ),
    );
  const most = MOST_PEOPLE[(await isAssistant(tx, who.accountId)) ? 'assistant' : 'resident'];
  if ((open?.n ?? 0) >= most) throw new ServiceProblem('too-many-requests');
  const id = randomUUID();
  // No WeChat account has this hash: nobody signs in with it.
  await tx.db.insert(accounts).values({
    id,
    wechatAppid: HELPED_APPID,
    openidHash: randomBytes(32),
    openidSealed: tx.cipher.seal(accountPlace.openid(id), ''),
    identity: 'claimed',
    nameSealed: tx.cipher.seal(accountPlace.name(id), name),
    paperSealed: tx.cipher.sealJson(accountPlace.paper(id), paper),
    numberHash: numberHash(tx, paper),
    claimedAt: at,
    createdAt: at,
  });
  const notice = STATEMENTS['privacy-notice'];
  // Read by the helper on the person's behalf; the three that are signed wait for the person.
  await tx.db
    .insert(consents)
    .values({ accountId: id, statement: notice.id, version: notice.version, hash: STATEMENT_HASHES['privacy-notice'], givenAt: at });
  const [grant] = await tx.db
    .insert(helperGrants)
    .values({
      id: grantId,
      personAccountId: id,
      helperAccountId: who.accountId,
      helperSealed: tx.cipher.seal(helperPlace(grantId), nameOf(tx, who.account) ?? '帮忙的人'),
      kind,
      verbs: [...VERBS],
      fromDay: today,
      untilDay: addDays(today, HALF_A_YEAR_DAYS),
      begunBy: 'helper',
      madeAt: at,
      acceptedAt: at,
    })
    .returning();
  await record(tx, { actor: { kind: 'account', id: who.accountId }, action: 'helped-begun', object: ['helper', grantId] });
  return grant as GrantRow;
}

async function viewOf(tx: Context, grant: GrantRow): Promise<HelpedPerson> {
  const [account] = await tx.db.select().from(accounts).where(eq(accounts.id, grant.personAccountId));
  const [view] = await helpedViews(tx, [{ grant, account: account as AccountRow }]);
  return view as HelpedPerson;
}
