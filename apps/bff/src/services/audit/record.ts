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
  'assistant-named': '定为协理员或窗口的手机',
  'assistant-ended': '不再是协理员或窗口的手机',
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
  'case-file-read': '看了一户一档',
  'register-checked': '送来在册名单，看了会变什么',
  'register-confirmed': '确认写进在册名单',
  'register-written': '在册名单写好了',
  'consent-act-given': '为这一次单独同意',
  'consent-act-withdrawn': '不再同意这一次',
  'face-check-begun': '开始刷脸',
  'face-check-ended': '刷脸有了结果',
  'face-check-mismatch': '微信说这次刷脸不是同一个人、同一部手机的，不算',
  'begin-with-person-set': '改了“下次先找人”',
  'authentication-counted': '算一次认证',
  'authentication-sent': '送来视频或照片请人看',
  'authentication-looked': '看了视频或照片',
  'authentication-read': '看了认证道里的一件',
  'visit-asked': '请人上门',
  'visit-cancelled': '不用来了',
  'visit-arranged': '定下哪天谁去',
  'visit-recorded': '写下去过了',
  'signal-found': '发现一处要看一眼',
  'signal-settled': '看过一处，写明怎么回事',
  'video-sent': '送来视频',
  'change-told': '报了变化',
  'change-read': '看了变化报告',
  'change-opened': '打开看了变化',
  'change-opinion': '记下初步意见',
  'change-settled': '变化办结',
  'changes-contradict': '两份变化说得不一样',
  'contact-code-sent': '给登记的号码发了一个码',
  'second-step-refused': '换联系方式的第二步没对上',
  'contact-change-asked': '要换电话或银行卡',
  'contact-change-stopped': '停下换电话或银行卡',
  'contact-changed': '电话或银行卡换好了',
  'audit-read': '看了留痕',
  'procedure-opened': '开始一个程序',
  'procedure-read': '看了程序',
  'procedure-event': '记下一步',
  'statement-sent': '决定以前说了想说的',
  'posting-held-back': '不张贴，写明了理由',
  'objection-read': '看了一份异议',
  'objection-noted': '写下怎么核实异议的',
  'complaint-sent': '收到举报或投诉',
  'complaint-read': '看了举报或投诉',
  'complaint-teller-read': '看了是谁举报、投诉的',
  'complaint-recorded': '记下举报或投诉的核查、回复',
  'clock-near': '期限快到了，说了一声',
  'clock-at-end': '期限到了，说了一声',
  'payments-computed': '算发放清单',
  'payments-read': '看了发放清单',
  'payments-frozen': '冻结发放清单',
  'payments-sent-back': '退回发放清单',
  'payments-released': '放行发放清单',
  'payments-exported': '导出发放清单',
  'payments-file-read': '取了给财政的文件',
  'payments-return-refused': '财政回执对不上，没有记',
  'payments-returned': '记下财政回执',
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
