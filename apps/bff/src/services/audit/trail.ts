import { type ProblemCode, problemSentence, staffApi } from '@assist/contracts';
import { and, desc, eq, lt } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { auditLog, staffAccounts } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import type { Staff } from '../staff/who.ts';
import { idInWords, objectInWords, resultInWords } from './in-words.ts';
import { AUDIT_ACTIONS, type AuditAction, record } from './record.ts';

const PAGE = 100;

export interface AuditPage {
  items: { at: string; who: string; what: string; object: string; applicationId?: string; result: string }[];
  next: string | null;
}

/** 本镇街的留痕, newest first, for the auditor; looking at it is on record too. @throws ServiceProblem `forbidden`, `bad-request` */
export async function auditTrail(ctx: Context, staff: Staff, cursor: string | undefined): Promise<AuditPage> {
  if (staff.role !== 'auditor') throw new ServiceProblem('forbidden');
  if (cursor !== undefined && !/^\d{1,15}$/.test(cursor)) throw new ServiceProblem('bad-request');
  const rows = await ctx.db
    .select({ entry: auditLog, name: staffAccounts.name })
    .from(auditLog)
    .leftJoin(staffAccounts, eq(staffAccounts.id, auditLog.actorId))
    .where(and(eq(auditLog.officeId, staff.officeId), ...(cursor ? [lt(auditLog.id, Number(cursor))] : [])))
    .orderBy(desc(auditLog.id))
    .limit(PAGE + 1);
  await record(ctx, {
    actor: { kind: 'staff', id: staff.staffId },
    action: 'audit-read',
    object: ['office', staff.officeId],
    officeId: staff.officeId,
  });
  const page = rows.slice(0, PAGE);
  return {
    items: page.map(({ entry, name }) => ({
      at: instantText(entry.at),
      who: entry.actorKind === 'account' ? '居民' : entry.actorKind === 'staff' ? (name ?? '') : '系统',
      what: AUDIT_ACTIONS[entry.action as AuditAction] ?? entry.action,
      object: objectInWords(entry.objectKind, entry.objectId),
      ...(entry.objectKind === 'application' && { applicationId: entry.objectId }),
      result: resultInWords(entry.action, entry.result),
      ...(entry.action === 'attempt-refused' && triedInWords(entry)),
    })),
    next: rows.length > PAGE ? String(page.at(-1)?.entry.id) : null,
  };
}

/** What was tried and why it was not done, in words instead of our ids. */
function triedInWords({ objectKind, objectId, result }: typeof auditLog.$inferSelect): { what: string; object: string; result: string } {
  const summary = (staffApi as Record<string, { readonly summary: string }>)[objectKind]?.summary ?? objectKind;
  const code = result.split(' ')[0] as ProblemCode;
  return {
    what: `${AUDIT_ACTIONS['attempt-refused']}：${summary.split(/[，；：（]/)[0]}`,
    object: idInWords(objectId),
    result: problemSentence(code),
  };
}
