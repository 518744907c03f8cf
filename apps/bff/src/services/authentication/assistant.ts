import type { AssistantView } from '@assist/contracts';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { assistantAccounts } from '../../db/authentication.ts';
import { accounts, staffAccounts } from '../../db/schema.ts';
import { nameOf } from '../account/account.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { requireHandler, type Staff } from '../staff/who.ts';

const t = assistantAccounts;

/** Whether this is the phone of a village assistant or of a counter: it helps many people, so its limits are higher. */
export async function isAssistant(ctx: Context, accountId: string): Promise<boolean> {
  const [row] = await ctx.db
    .select({ id: t.accountId })
    .from(t)
    .where(and(eq(t.accountId, accountId), isNull(t.endedAt)));
  return row !== undefined;
}

/** A clerk's code for an assistant was used by this account. Named again, by another township too, is named anew. */
export async function nameAssistant(
  tx: Context,
  accountId: string,
  code: { readonly officeId: string; readonly issuedBy: string },
): Promise<void> {
  const named = { officeId: code.officeId, namedBy: code.issuedBy, namedAt: now(tx), endedAt: null };
  await tx.db
    .insert(t)
    .values({ accountId, ...named })
    .onConflictDoUpdate({ target: t.accountId, set: named });
  const actor = { kind: 'staff', id: code.issuedBy } as const;
  await record(tx, { actor, action: 'assistant-named', object: ['account', accountId], officeId: code.officeId });
}

/** 本镇街的协理员和窗口的手机, newest first, ended ones too. */
export async function listAssistants(ctx: Context, staff: Staff): Promise<AssistantView[]> {
  const rows = await withNames(ctx).where(eq(t.officeId, staff.officeId)).orderBy(desc(t.namedAt), desc(t.accountId));
  return rows.map((row) => viewOf(ctx, row));
}

/** From now on a phone like everybody's; what it did stays. Ended again is the same. @throws ServiceProblem `not-found`, `forbidden` */
export const endAssistant = (ctx: Context, staff: Staff, accountId: string): Promise<AssistantView> =>
  inTransaction(ctx, async (tx) => {
    requireHandler(staff);
    const own = and(eq(t.accountId, accountId), eq(t.officeId, staff.officeId));
    const ended = await tx.db
      .update(t)
      .set({ endedAt: now(tx) })
      .where(and(own, isNull(t.endedAt)))
      .returning({ id: t.accountId });
    if (ended.length > 0)
      await record(tx, {
        actor: { kind: 'staff', id: staff.staffId },
        action: 'assistant-ended',
        object: ['account', accountId],
        officeId: staff.officeId,
      });
    const [row] = await withNames(tx).where(own);
    if (!row) throw new ServiceProblem('not-found');
    return viewOf(tx, row);
  });

const withNames = (ctx: Context) =>
  ctx.db
    .select({ named: t, account: accounts, clerk: staffAccounts.name })
    .from(t)
    .innerJoin(accounts, eq(accounts.id, t.accountId))
    .leftJoin(staffAccounts, eq(staffAccounts.id, t.namedBy));

function viewOf(ctx: Context, { named, account, clerk }: Awaited<ReturnType<typeof withNames>>[number]): AssistantView {
  return {
    accountId: named.accountId,
    name: nameOf(ctx, account) ?? '',
    namedBy: clerk ?? '',
    namedAt: instantText(named.namedAt),
    ...(named.endedAt && { endedAt: instantText(named.endedAt) }),
  };
}
