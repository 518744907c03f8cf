import type { CivilDate } from '@assist/policy';
import { and, asc, eq, gt, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { caseBenefits, caseFiles, caseMembers, registerImportRows, registerImports } from '../../db/schema.ts';
import { numberHash } from '../account/account.ts';
import { type Actor, record } from '../audit/record.ts';
import { addCaseEvents } from '../case-file/add-event.ts';
import { casesByIds, openMember } from '../case-file/case-file-of.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import type { StagedHousehold } from './check-import.ts';
import { type ImportReport, type ImportRow, importPlace, MOST_PROBLEMS, reportOf } from './import-view.ts';
import type { RowProblem } from './register-household.ts';
import { type Before, type HouseholdRows, rowsOf } from './write-household.ts';

/** Households in one transaction: short enough that a clerk's page does not wait for it. */
const BATCH = 250;

/**
 * Writes the next households of a confirmed import, in one transaction with its progress: a process that is killed loses at most the
 * batch under way, and the next one takes it up where it stands. Two at once wait for each other.
 * @returns whether more are waiting
 */
export const writeBatch = (ctx: Context, importId: string): Promise<boolean> =>
  inTransaction(ctx, async (tx) => {
    const [row] = await tx.db.select().from(registerImports).where(eq(registerImports.id, importId)).for('update');
    if (row?.state !== 'writing') return false;
    const rows = await tx.db
      .select()
      .from(registerImportRows)
      .where(eq(registerImportRows.importId, importId))
      .orderBy(asc(registerImportRows.position))
      .limit(BATCH);
    if (rows.length > 0) {
      // The district's own register is one of the two things that may change what is paid; the table's trigger looks it up.
      await tx.db.execute(sql`select set_config('assist.amounts_by', ${`import:${importId}`}, true)`);
      const staged = rows.map((one) =>
        tx.cipher.openJson<StagedHousehold>(importPlace.household(importId, one.position), one.householdSealed),
      );
      const problems = await writeAll(tx, row, staged);
      await tx.db.delete(registerImportRows).where(
        and(
          eq(registerImportRows.importId, importId),
          inArray(
            registerImportRows.position,
            rows.map((one) => one.position),
          ),
        ),
      );
      await tx.db
        .update(registerImports)
        .set({ done: sql`${registerImports.done} + ${rows.length}`, ...withProblems(tx, row, problems) })
        .where(eq(registerImports.id, importId));
    }
    if (rows.length === BATCH) return true;
    await tx.db
      .update(registerImports)
      .set({ state: 'done', finishedAt: now(tx) })
      .where(eq(registerImports.id, importId));
    await record(tx, {
      actor: actorOf(row),
      action: 'register-written',
      object: ['register-import', importId],
      ...(row.officeId && { officeId: row.officeId }),
    });
    return false;
  });

const actorOf = (row: ImportRow): Actor => (row.officeId === null ? { kind: 'system' } : { kind: 'staff', id: row.importedBy });

/** What changed between the check and now: those households wait, and are said. */
function withProblems(tx: Context, row: ImportRow, problems: readonly RowProblem[]) {
  if (problems.length === 0) return {};
  const report = reportOf(tx, row);
  const all: ImportReport = { ...report, problems: [...problems, ...report.problems].slice(0, MOST_PROBLEMS) };
  return { problemCount: row.problemCount + problems.length, reportSealed: tx.cipher.sealJson(importPlace.report(row.id), all) };
}

async function writeAll(tx: Context, row: ImportRow, staged: readonly StagedHousehold[]): Promise<RowProblem[]> {
  const known = await lockCases(tx, staged);
  const elsewhere = await sinceElsewhere(tx, row, staged);
  const problems: RowProblem[] = [];
  const writing = { importId: row.id, actor: actorOf(row), today: dayInShanghai(tx.clock()) };
  const rows = staged.flatMap(({ household, row: at }) => {
    const before = known.get(`${household.district}:${household.registerNumber}`);
    const moved = before && before.officeId !== household.officeId;
    const taken = household.members.some((one) => elsewhere.has(numberHash(tx, one.paper)?.toString('base64') ?? ''));
    if (!moved && !taken) return [rowsOf(tx, household, before, writing)];
    problems.push({ row: at, sentence: moved ? '核对以后，这一户到了别的镇街名下，没有写' : '核对以后，这一户有人进了另一户的档，没有写' });
    return [];
  });
  await insert(tx, rows, writing.today);
  return problems;
}

type Locked = Before & { readonly officeId: string };

async function lockCases(tx: Context, staged: readonly StagedHousehold[]): Promise<Map<string, Locked>> {
  const rows = await tx.db
    .select({
      id: caseFiles.id,
      district: caseFiles.district,
      registerNumber: caseFiles.registerNumber,
      officeId: caseFiles.officeId,
      createdAt: caseFiles.createdAt,
    })
    .from(caseFiles)
    .where(
      and(
        inArray(caseFiles.district, [...new Set(staged.map(({ household }) => household.district))]),
        inArray(
          caseFiles.registerNumber,
          staged.map(({ household }) => household.registerNumber),
        ),
      ),
    )
    .orderBy(asc(caseFiles.id))
    .for('update');
  if (rows.length === 0) return new Map();
  const ids = rows.map((row) => row.id);
  const opened = await casesByIds(tx, ids);
  const everybody = await tx.db.select().from(caseMembers).where(inArray(caseMembers.caseId, ids));
  const benefits = await tx.db
    .select()
    .from(caseBenefits)
    .where(and(inArray(caseBenefits.caseId, ids), isNull(caseBenefits.until)));
  return new Map(
    rows.map(({ id, district, registerNumber, officeId, createdAt }) => [
      `${district}:${registerNumber}`,
      {
        id,
        officeId,
        createdAt,
        opened: opened.get(id),
        everybody: everybody.filter((one) => one.caseId === id).map((one) => openMember(tx, one)),
        benefits: benefits.filter((one) => one.caseId === id),
      },
    ]),
  );
}

/** People whom another import put into another household after this one was checked. */
async function sinceElsewhere(tx: Context, row: ImportRow, staged: readonly StagedHousehold[]): Promise<Set<string>> {
  const hashes = staged.flatMap(({ household }) => household.members.flatMap((one) => numberHash(tx, one.paper) ?? []));
  if (hashes.length === 0) return new Set();
  const numbers = staged.map(({ household }) => household.registerNumber);
  const rows = await tx.db
    .select({ hash: caseMembers.numberHash })
    .from(caseMembers)
    .innerJoin(caseFiles, eq(caseFiles.id, caseMembers.caseId))
    .where(
      and(
        inArray(caseMembers.numberHash, hashes),
        isNull(caseMembers.leftOn),
        isNull(caseFiles.endedOn),
        gt(caseFiles.updatedAt, row.checkedAt),
        or(isNull(caseFiles.importId), ne(caseFiles.importId, row.id)),
        sql`${caseFiles.registerNumber} <> all(${sql.param(numbers)}::text[])`,
      ),
    );
  return new Set(rows.map((one) => one.hash?.toString('base64') ?? ''));
}

async function insert(tx: Context, rows: readonly HouseholdRows[], today: CivilDate): Promise<void> {
  if (rows.length === 0) return;
  await tx.db
    .insert(caseFiles)
    .values(rows.map((one) => one.file))
    .onConflictDoUpdate({
      target: caseFiles.id,
      set: excluded(
        'area',
        'village',
        'household_sealed',
        'members',
        'amount',
        'kinds',
        'last_review',
        'next_review',
        'taper_from',
        'taper_until',
        'fingerprint',
        'import_id',
        'updated_at',
        'ended_on',
      ),
    });
  await tx.db
    .insert(caseMembers)
    .values(rows.flatMap((one) => [...one.members]))
    .onConflictDoUpdate({
      target: [caseMembers.caseId, caseMembers.memberId],
      set: excluded(
        'person_sealed',
        'number_hash',
        'phone_sealed',
        'bank_sealed',
        'relation',
        'last_met',
        'last_met_contact',
        'next_authentication',
        'left_on',
      ),
    });
  await tx.db
    .insert(caseBenefits)
    .values(rows.flatMap((one) => [...one.benefits]))
    .onConflictDoUpdate({
      target: [caseBenefits.caseId, caseBenefits.kind, caseBenefits.memberId, caseBenefits.since],
      set: excluded('amount', 'until'),
    });
  for (const { caseId, memberId } of rows.flatMap((one) => one.left))
    await tx.db
      .update(caseMembers)
      .set({ leftOn: today })
      .where(and(eq(caseMembers.caseId, caseId), eq(caseMembers.memberId, memberId)));
  for (const { caseId, kind, memberId, since } of rows.flatMap((one) => one.ended))
    await tx.db
      .update(caseBenefits)
      .set({ until: today })
      .where(
        and(
          eq(caseBenefits.caseId, caseId),
          eq(caseBenefits.kind, kind),
          eq(caseBenefits.memberId, memberId),
          eq(caseBenefits.since, since),
        ),
      );
  await addCaseEvents(
    tx,
    rows.flatMap((one) => [...one.events]),
  );
}

/** What would have been inserted, for each of these columns. */
const excluded = (...columns: readonly string[]) =>
  Object.fromEntries(
    columns.map((column) => [column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()), sql.raw(`excluded.${column}`)]),
  );
