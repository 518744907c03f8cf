import type { NEAR_RELATIONS, Paper, RelationView } from '@assist/contracts';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { declaredRelations, staffAccounts } from '../../db/schema.ts';
import { numberHash } from '../account/account.ts';
import { maskedNumber } from '../account/mask.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Staff } from '../staff/who.ts';

const t = declaredRelations;
type Row = typeof t.$inferSelect;
type Person = { readonly name: string; readonly paper: Paper };
const place = (id: string): string => `declared-relation:${id}`;
/** The township's own look at every one of them is its duty (JLP53-5-2b): who answers for it and who audits. */
const seesAll = (staff: Staff): boolean => staff.role === 'supervisor' || staff.role === 'auditor';

/** One's own declared relatives, or those of the whole office. */
export async function listRelations(ctx: Context, staff: Staff): Promise<RelationView[]> {
  const rows = await ctx.db
    .select({ row: t, name: staffAccounts.name })
    .from(t)
    .innerJoin(staffAccounts, eq(staffAccounts.id, t.staffId))
    .where(seesAll(staff) ? eq(t.officeId, staff.officeId) : eq(t.staffId, staff.staffId))
    .orderBy(desc(t.declaredAt));
  if (seesAll(staff) && rows.length > 0)
    await record(ctx, {
      actor: { kind: 'staff', id: staff.staffId },
      action: 'relations-read',
      object: ['office', staff.officeId],
      officeId: staff.officeId,
    });
  return rows.map(({ row, name }) => view(ctx, staff, row, name));
}

export interface Declared extends Person {
  readonly relationId: string;
  readonly relation: (typeof NEAR_RELATIONS)[number];
}

/**
 * 备案一位近亲属: from the next request on, what is about this person is neither seen nor taken by who declared it. The same person again is the
 * same. @throws ServiceProblem `form-invalid` (a paper without a number), `not-found` (the id is somebody else's)
 */
export async function declareRelation(ctx: Context, staff: Staff, declared: Declared): Promise<{ view: RelationView; fresh: boolean }> {
  const { relationId, relation, name, paper } = declared;
  const hash = numberHash(ctx, paper);
  if (!hash) throw new ServiceProblem('form-invalid', { fields: [{ path: 'paper', sentence: '要写证件号，不然认不出是谁。' }] });
  return inTransaction(ctx, async (tx) => {
    const [made] = await tx.db
      .insert(t)
      .values({
        id: relationId,
        staffId: staff.staffId,
        officeId: staff.officeId,
        relation,
        personSealed: tx.cipher.sealJson(place(relationId), { name, paper } satisfies Person),
        numberHash: hash,
        declaredAt: now(tx),
      })
      .onConflictDoNothing()
      .returning();
    if (made)
      await record(tx, {
        actor: { kind: 'staff', id: staff.staffId },
        action: 'relation-declared',
        object: ['relation', relationId],
        officeId: staff.officeId,
      });
    const [row] = made
      ? [made]
      : await tx.db
          .select()
          .from(t)
          .where(and(eq(t.staffId, staff.staffId), eq(t.numberHash, hash), isNull(t.endedAt)));
    if (!row) throw new ServiceProblem('not-found');
    return { view: view(tx, staff, row, staff.name), fresh: made !== undefined };
  });
}

/** A supervisor checked it: it is no longer so, or never was. Again is the same. @throws ServiceProblem `not-found`, `forbidden` */
export async function endRelation(ctx: Context, staff: Staff, relationId: string): Promise<RelationView> {
  if (staff.role !== 'supervisor') throw new ServiceProblem('forbidden');
  return inTransaction(ctx, async (tx) => {
    const [found] = await tx.db
      .select({ row: t, name: staffAccounts.name })
      .from(t)
      .innerJoin(staffAccounts, eq(staffAccounts.id, t.staffId))
      .where(and(eq(t.id, relationId), eq(t.officeId, staff.officeId)));
    // Nobody lets herself back in.
    if (!found) throw new ServiceProblem('not-found');
    if (found.row.staffId === staff.staffId) throw new ServiceProblem('forbidden');
    if (found.row.endedAt) return view(tx, staff, found.row, found.name);
    const [row] = await tx.db
      .update(t)
      .set({ endedAt: now(tx) })
      .where(eq(t.id, relationId))
      .returning();
    await record(tx, {
      actor: { kind: 'staff', id: staff.staffId },
      action: 'relation-ended',
      object: ['relation', relationId],
      officeId: staff.officeId,
    });
    return view(tx, staff, row as Row, found.name);
  });
}

function view(ctx: Context, staff: Staff, row: Row, staffName: string): RelationView {
  const { name, paper } = ctx.cipher.openJson<Person>(place(row.id), row.personSealed);
  return {
    relationId: row.id,
    relation: row.relation,
    name,
    maskedNumber: paper.kind === 'none-yet' ? '' : maskedNumber(paper.number),
    staffName,
    mine: row.staffId === staff.staffId,
    declaredAt: instantText(row.declaredAt),
    ...(row.endedAt && { endedAt: instantText(row.endedAt) }),
  };
}
