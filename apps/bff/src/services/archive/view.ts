import type { ArchiveView } from '@assist/contracts';
import { clausesIn } from '@assist/policy-chongqing';
import { asc, eq } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { archiveParts, type archives } from '../../db/schema.ts';
import { districtOf } from '../application/receipt.ts';
import { citations } from '../clause/citations.ts';
import type { Context } from '../context.ts';

export type ArchiveRow = typeof archives.$inferSelect;

export const archivePlace = {
  reason: (id: string) => `archive.reason:${id}`,
  part: (id: string, seq: number) => `archive.part:${id}:${seq}`,
};

/** On what an export rests: the file of each household, and the district's yearly inspection. */
const CLAUSES = { household: ['JLP53-3-2a', 'YC67-6-a', 'MCA57-31'], inspection: ['JLP53-7-2a'] } as const;

export async function archiveView(ctx: Context, row: ArchiveRow): Promise<ArchiveView> {
  const parts = await ctx.db.select().from(archiveParts).where(eq(archiveParts.archiveId, row.id)).orderBy(asc(archiveParts.seq));
  return {
    archiveId: row.id,
    kind: row.kind,
    ...(row.caseId && { caseId: row.caseId }),
    state: row.state,
    reason: ctx.cipher.openText(archivePlace.reason(row.id), row.reasonSealed),
    total: row.total,
    done: row.done,
    askedAt: instantText(row.askedAt),
    ...(row.readyAt && { readyAt: instantText(row.readyAt) }),
    ...(row.deleteAt && { deleteAt: instantText(row.deleteAt) }),
    parts:
      row.state === 'ready'
        ? parts.map(({ seq, households, bytes, hash }) => ({ seq, households, bytes, hash: hash.toString('hex') }))
        : [],
    clauses: citations(clausesIn(CLAUSES[row.kind], districtOf(row.officeId))),
  };
}
