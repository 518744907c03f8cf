import { randomBytes } from 'node:crypto';
import type { AccountClosed } from '@assist/contracts';
import { and, eq, isNull, or } from 'drizzle-orm';
import { accounts, certificates, helperGrants, sessionFamilies, subscribeCredits } from '../../db/schema.ts';
import { accountPlace } from '../account/account.ts';
import { record } from '../audit/record.ts';
import { cited } from '../clause/citations.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { stopHelper } from '../proxy/stop.ts';
import { untieRound } from '../round/tie.ts';
import type { Resident } from '../session/authenticate.ts';
import { dropUnsent } from './delete-unsent.ts';
import { ownThings } from './own-things.ts';

/** Nothing that this account sent or that a township works on; then who it was is forgotten too. */
const isBare = (own: Awaited<ReturnType<typeof ownThings>>): boolean =>
  own.applications.length + own.changes.length + own.cases.length + own.runs.length === 0;

/**
 * Closes the account: every sign-in ends, what was not sent is gone, certificates are taken back, nobody helps from here or in its name any
 * more, and WeChat no longer leads here.
 * What was sent goes on as if nothing happened: closing an account is no change of a family and touches no money.
 */
export async function closeAccount(ctx: Context, who: Resident): Promise<AccountClosed> {
  const { accountId } = who;
  const { storedAt, answer } = await inTransaction(ctx, async (tx) => {
    const bare = isBare(await ownThings(tx, who));
    const at = now(tx);
    const gone = await dropUnsent(tx, accountId);
    await tx.db
      .update(certificates)
      .set({ takenBackAt: at })
      .where(and(eq(certificates.accountId, accountId), isNull(certificates.takenBackAt)));
    await endHelping(tx, who);
    await untieRound(tx, who);
    await tx.db.delete(subscribeCredits).where(eq(subscribeCredits.accountId, accountId));
    await tx.db
      .update(sessionFamilies)
      .set({ endedAt: at, endedWhy: 'signed-out' })
      .where(and(eq(sessionFamilies.accountId, accountId), isNull(sessionFamilies.endedAt)));
    await tx.db
      .update(accounts)
      .set({
        closedAt: at,
        // The same WeChat begins anew with an account of its own.
        openidHash: randomBytes(32),
        openidSealed: tx.cipher.seal(accountPlace.openid(accountId), ''),
        beginWithPerson: false,
        ownCodeHash: null,
        ...(bare && {
          identity: 'none' as const,
          nameSealed: null,
          paperSealed: null,
          numberHash: null,
          phoneSealed: null,
          phoneHash: null,
          claimedAt: null,
          verifiedAt: null,
        }),
      })
      .where(eq(accounts.id, accountId));
    await record(tx, { actor: { kind: 'account', id: accountId }, action: 'account-closed', object: ['account', accountId] });
    return { storedAt: gone.storedAt, answer: words(bare) };
  });
  for (const key of storedAt) await ctx.files.remove(key);
  return answer;
}

async function endHelping(tx: Context, who: Resident): Promise<void> {
  const mine = or(eq(helperGrants.personAccountId, who.accountId), eq(helperGrants.helperAccountId, who.accountId));
  const grants = await tx.db
    .select({ id: helperGrants.id })
    .from(helperGrants)
    .where(and(mine, isNull(helperGrants.endedAt)));
  for (const { id } of grants) await stopHelper(tx, who, id);
}

const words = (bare: boolean): AccountClosed => ({
  deleted: [
    '登录',
    '没填完的申请',
    '没交的照片',
    '没用过的授权链接',
    '救助证明的码',
    '请人帮忙、帮人办的约定',
    ...(bare ? ['姓名、证件、电话'] : []),
  ],
  stays: bare
    ? [cited('同意过什么、什么时候注销的，留一条记录，不带姓名。', ['SAL2026-11'])]
    : [
        cited('交过的申请、报过的变化，镇上照样办；办事的底子依法留着。', ['SAL2026-43', 'SAL2026-46']),
        cited('领着的救助不会因为注销变少。以后核过身份，还看得到。', ['SAL2026-48']),
      ],
});
