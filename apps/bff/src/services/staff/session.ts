import type { StaffView } from '@assist/contracts';
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { declaredRelations, officeAreas, staffAccounts, staffSessions } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { officeOf } from '../place/offices.ts';
import { ServiceProblem } from '../problem.ts';
import { type Staff, staffOf } from './who.ts';

/** As long as showing two factors counts: a stretch of work on one thing, not a day. */
const SECOND_FACTOR_MS = 30 * 60_000;

/** When somebody was there is written down no finer than this. */
const SEEN_MS = 60_000;

/**
 * @param idleSeconds for how long nobody has touched the desk: what it asks by itself keeps no session open
 * @throws ServiceProblem `not-signed-in`, also where nobody was there for as long as a session lasts without
 */
export async function authenticateStaff(ctx: Context, session: string | undefined, idleSeconds = 0): Promise<Staff> {
  if (!session) throw new ServiceProblem('not-signed-in');
  const hash = ctx.hash.find('staff-session', session);
  const [row] = await ctx.db
    .select({
      staff: staffAccounts,
      secondFactorAt: staffSessions.secondFactorAt,
      seenAt: sql<Date>`coalesce(${staffSessions.lastSeenAt}, ${staffSessions.createdAt})`.mapWith(staffSessions.createdAt),
      handles: sql<
        string[]
      >`array(select ${officeAreas.divisionCode} from ${officeAreas} where ${officeAreas.officeId} = ${staffAccounts.officeId})`,
      related: sql<boolean>`exists (select from ${declaredRelations} where ${declaredRelations.staffId} = ${staffAccounts.id} and ${declaredRelations.endedAt} is null)`,
    })
    .from(staffSessions)
    .innerJoin(staffAccounts, eq(staffAccounts.id, staffSessions.staffId))
    .where(
      and(
        eq(staffSessions.hash, hash),
        isNull(staffSessions.endedAt),
        gt(staffSessions.expiresAt, now(ctx)),
        isNull(staffAccounts.disabledAt),
      ),
    );
  if (!row || row.seenAt.getTime() + ctx.staffIdleMs <= ctx.clock()) throw new ServiceProblem('not-signed-in');
  await seen(ctx, hash, row.seenAt, ctx.clock() - idleSeconds * 1000);
  return {
    ...staffOf(row.staff),
    handles: row.handles,
    related: row.related,
    secondFactorUntil: row.secondFactorAt ? row.secondFactorAt.getTime() + SECOND_FACTOR_MS : undefined,
    session: hash,
  };
}

/** @param there when somebody last was, in milliseconds since 1970. Of two pages at once the later one counts. */
async function seen(ctx: Context, hash: Buffer, before: Date, there: number): Promise<void> {
  if (there < before.getTime() + SEEN_MS) return;
  const at = new Date(there);
  await ctx.db
    .update(staffSessions)
    .set({ lastSeenAt: at })
    .where(
      and(
        eq(staffSessions.hash, hash),
        sql`coalesce(${staffSessions.lastSeenAt}, ${staffSessions.createdAt}) < ${at.toISOString()}::timestamptz`,
      ),
    );
}

export async function staffView(ctx: Context, staff: Staff): Promise<StaffView> {
  const office = await officeOf(ctx, staff.officeId);
  return {
    staffId: staff.staffId,
    name: staff.name,
    role: staff.role,
    office: { id: office.id, name: office.name, district: office.district },
    idleMinutes: ctx.staffIdleMs / 60_000,
  };
}

/** Ends this session here; the address leads on to the identity provider's own sign-out. */
export async function staffSignOut(ctx: Context, staff: Staff): Promise<{ signOutUrl?: string }> {
  await inTransaction(ctx, async (tx) => {
    await tx.db
      .update(staffSessions)
      .set({ endedAt: now(tx) })
      .where(eq(staffSessions.hash, staff.session));
    await record(tx, {
      actor: { kind: 'staff', id: staff.staffId },
      action: 'signed-out',
      object: ['staff', staff.staffId],
      officeId: staff.officeId,
    });
  });
  const signOutUrl = await ctx.staffIdentity.signOutUrl().catch(() => undefined);
  return signOutUrl ? { signOutUrl } : {};
}
