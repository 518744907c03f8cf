import type { ReadView } from '@assist/contracts';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { auditLog, offices, personSearches, staffAccounts } from '../../db/schema.ts';
import type { AuditAction } from '../audit/record.ts';
import type { Context } from '../context.ts';
import type { OwnThings } from './own-things.ts';

/** Looks of a township at what is somebody's, and what each is for. A look that is not in this list is told without a purpose. */
const READS: Partial<Record<AuditAction, { readonly what: string; readonly why: string }>> = {
  'application-read': { what: '看了申请', why: '办您的申请' },
  'application-opened': { what: '打开了申请', why: '办您的申请' },
  'file-read': { what: '看了照片', why: '对您送的材料' },
  'case-file-read': { what: '看了您家的一户一档', why: '办您家的事' },
  'change-read': { what: '看了变化报告', why: '办您报的变化' },
  'change-opened': { what: '打开了变化报告', why: '办您报的变化' },
  'authentication-read': { what: '看了资格认证', why: '看您好不好' },
  'authentication-looked': { what: '看了视频或照片', why: '看您好不好' },
  'relay-read': { what: '看了谁签了授权', why: '办您的申请' },
  'check-read': { what: '看了核对结果', why: '办您的申请' },
  'door-read': { what: '看了入户记下的', why: '办您家的事' },
  'urgent-read': { what: '看了急事求助', why: '办您的急事' },
  'urgent-heard': { what: '听了求助的录音', why: '办您的急事' },
  // A phone may be shared: as in a message, what was said and about whom is not read over a shoulder.
  'complaint-read': { what: '看了您说的一件事', why: '查您说的事' },
  'complaint-teller-read': { what: '看了是谁说的', why: '给您回复' },
  'payments-read': { what: '看了发放清单，里面有您家', why: '发您家的钱' },
  'payments-file-read': { what: '取了给财政的文件，里面有您家', why: '发您家的钱' },
  'notes-read': { what: '看了电话、上门的记录', why: '办您家的事' },
  'procedure-read': { what: '看了正在走的程序', why: '办您家的事' },
};
const ROLES: Readonly<Record<string, string>> = {
  handler: '办救助的工作人员',
  supervisor: '民政负责人',
  assistant: '协理员',
  confirmer: '区里审核',
  auditor: '留痕检查',
};
const MOST = 200;

/** 谁看过我的资料: by post and office, newest first; who works there is named to nobody here. */
export async function readsOf(ctx: Context, own: OwnThings): Promise<ReadView[]> {
  const [looks, searches] = await Promise.all([looksAt(ctx, own), searchesFor(ctx, own)]);
  return [...looks, ...searches].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).slice(0, MOST);
}

/** Who looked for this person by number. The reason stays in the record: it may name somebody else. */
async function searchesFor(ctx: Context, { numberHash }: OwnThings): Promise<ReadView[]> {
  if (!numberHash) return [];
  const rows = await ctx.db
    .select({ at: personSearches.at, role: staffAccounts.role, office: offices.name })
    .from(personSearches)
    .innerJoin(staffAccounts, eq(staffAccounts.id, personSearches.staffId))
    .leftJoin(offices, eq(offices.id, personSearches.officeId))
    .where(eq(personSearches.numberHash, numberHash))
    .orderBy(desc(personSearches.at))
    .limit(MOST);
  return rows.map(({ at, ...by }) => ({ at: instantText(at), who: whoOf(by), what: '按证件号找过您', why: '写明了理由，理由留在记录里' }));
}

const whoOf = ({ role, office }: { readonly role: string; readonly office: string | null }): string =>
  `${office ?? ''}${ROLES[role] ?? '工作人员'}`;

async function looksAt(ctx: Context, own: OwnThings): Promise<ReadView[]> {
  const objects = [
    ...own.applications,
    ...own.changes,
    ...own.files,
    ...own.cases,
    ...own.runs,
    ...own.doors,
    ...own.urgent,
    ...own.complaints,
    ...own.paymentLists,
  ];
  if (objects.length === 0) return [];
  const rows = await ctx.db
    .select({ at: auditLog.at, action: auditLog.action, role: staffAccounts.role, office: offices.name })
    .from(auditLog)
    .innerJoin(staffAccounts, eq(staffAccounts.id, auditLog.actorId))
    .leftJoin(offices, eq(offices.id, auditLog.officeId))
    .where(and(inArray(auditLog.objectId, objects), eq(auditLog.actorKind, 'staff'), inArray(auditLog.action, Object.keys(READS))))
    .orderBy(desc(auditLog.id))
    .limit(MOST);
  return rows.map(({ at, action, role, office }) => ({
    at: instantText(at),
    who: whoOf({ role, office }),
    what: READS[action as AuditAction]?.what ?? '',
    why: READS[action as AuditAction]?.why ?? '',
  }));
}
