import type { CaseView } from '@assist/contracts';
import { desc, eq, inArray } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { auditLog, staffAccounts } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { AUDIT_ACTIONS, type AuditAction } from './record.ts';

const MOST = 100;

/** Who did what with any of these, the newest first, as a clerk reads it beside the item. @param ids of what was sent and of its item */
export async function itemTrail(ctx: Context, ids: readonly string[]): Promise<CaseView['audit']> {
  const rows = await ctx.db
    .select({ at: auditLog.at, kind: auditLog.actorKind, name: staffAccounts.name, action: auditLog.action })
    .from(auditLog)
    .leftJoin(staffAccounts, eq(staffAccounts.id, auditLog.actorId))
    .where(inArray(auditLog.objectId, [...ids]))
    .orderBy(desc(auditLog.id))
    .limit(MOST);
  return rows.map((row) => ({
    at: instantText(row.at),
    who: row.kind === 'account' ? '居民' : row.kind === 'staff' ? (row.name ?? '') : '系统',
    what: AUDIT_ACTIONS[row.action as AuditAction] ?? row.action,
  }));
}
