import { auditLog } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';

/** Every word the audit log knows; the desk shows the sentence. */
export const AUDIT_ACTIONS = {
  'signed-in': '登录',
  'signed-out': '退出',
  'session-ended-token-reused': '旧的登录凭据又用了一次，全部退出',
  'identity-claimed': '写上姓名和证件',
  'identity-verified': '用一次性码核过身份',
  'verification-code-refused': '一次性码没对上',
  'verification-code-issued': '看过证件，给了一次性码',
  'phone-set': '写上电话',
  'consent-given': '同意一份说明',
  'draft-deleted': '删掉草稿',
  'file-sent': '送来照片',
  'file-deleted': '删掉照片',
  'file-read': '看了照片',
  'application-sent': '交上申请',
  'application-read': '看了申请',
  'application-opened': '打开看了',
  'correction-asked': '请居民补',
  'correction-answered': '居民补来了',
  'application-accepted': '受理',
  'item-claimed': '领',
  'item-released': '放回',
  'lease-ended': '到时没办，放回队列',
  'identity-conflict-found': '一个号两个账户写了',
  'identity-conflict-settled': '核清一个号两个账户',
  'audit-read': '看了留痕',
} as const;
export type AuditAction = keyof typeof AUDIT_ACTIONS;

export type Actor = { readonly kind: 'account' | 'staff'; readonly id: string } | { readonly kind: 'system' };

export interface AuditEntry {
  readonly actor: Actor;
  readonly action: AuditAction;
  readonly object: readonly [kind: string, id: string];
  /** The township's code, where the township may read it. */
  readonly officeId?: string;
  readonly result?: string;
}

/** Writes one row in the caller's transaction. Ids only: nothing about a person. */
export async function record(ctx: Context, entry: AuditEntry): Promise<void> {
  await ctx.db.insert(auditLog).values({
    at: now(ctx),
    actorKind: entry.actor.kind,
    actorId: entry.actor.kind === 'system' ? 'worker' : entry.actor.id,
    action: entry.action,
    objectKind: entry.object[0],
    objectId: entry.object[1],
    officeId: entry.officeId ?? null,
    result: entry.result ?? 'done',
  });
}
