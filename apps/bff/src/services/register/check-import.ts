import { createHash } from 'node:crypto';
import path from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type { ImportView } from '@assist/contracts';
import { yuanText } from '@assist/policy';
import { RECIPIENTS } from '@assist/policy-chongqing';
import { eq } from 'drizzle-orm';
import { registerImportRows, registerImports } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { casesByIds } from '../case-file/case-file-of.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { beyondTownship } from '../staff/scope.ts';
import { requireHandler, type Staff } from '../staff/who.ts';
import { compare, countMissing } from './compare.ts';
import { BACK, differences } from './differences.ts';
import {
  type Importer,
  type ImportReport,
  type ImportRow,
  importPlace,
  importRowOf,
  importView,
  MOST_CHANGES,
  MOST_PROBLEMS,
  nameOfImporter,
  officeOfImporter,
} from './import-view.ts';
import { type ReadHousehold, type ReadRegister, readRegister } from './read-register.ts';
import { amountOf, kindsOf, type RegisterHousehold, type RowProblem } from './register-household.ts';

const AT_ONCE = 500;

export interface SentRegister {
  readonly importId: string;
  readonly fileName?: string | undefined;
  readonly bytes: Buffer;
}
export interface Checked {
  readonly view: ImportView;
  /** False when the same file was here already under this id. */
  readonly fresh: boolean;
}

/** What waits, sealed, to be written. */
export interface StagedHousehold {
  readonly household: RegisterHousehold;
  readonly row: number;
}

/** The desk's way in. @throws ServiceProblem `forbidden`, and what `checkImport` throws */
export async function sendImport(ctx: Context, staff: Staff, sent: SentRegister): Promise<Checked> {
  requireHandler(staff);
  // A household that stands elsewhere is not taken from there: the answer says where it stands, as it always did.
  return checkImport(ctx, staff, sent, beyondTownship(ctx));
}

/**
 * Reads and checks a register and says what would change. Nothing of any case is written: what passed waits, sealed, to be confirmed.
 * The same id with the same file is the same answer.
 * @throws ServiceProblem `import-unreadable`, `import-columns`, `content-differs`, `not-found` (somebody else's id)
 */
export async function checkImport(
  ctx: Context,
  who: Importer,
  { importId, fileName = '', bytes }: SentRegister,
  everywhere: Context = ctx,
): Promise<Checked> {
  // Before anything is read: what is written from now on was not seen.
  const checkedAt = now(ctx);
  const fileHash = createHash('sha256').update(bytes).digest();
  const before = await knownImport(ctx, who, importId, fileHash);
  if (before) return { view: await importView(ctx, before), fresh: false };
  const read = await readRegister(ctx, bytes, officeOfImporter(who));
  const found = await findings(everywhere, who, read);
  const made = await inTransaction(ctx, async (tx) => {
    const [row] = await tx.db
      .insert(registerImports)
      .values({
        id: importId,
        officeId: officeOfImporter(who) ?? null,
        importedBy: nameOfImporter(who),
        fileName: path.basename(fileName.replaceAll('\\', '/')).slice(0, 200),
        fileHash,
        encoding: read.encoding,
        state: 'checked',
        rows: read.rows,
        adds: found.adds,
        changes: found.changed,
        same: found.same,
        missing: found.missing,
        problemCount: found.problems.length,
        reportSealed: tx.cipher.sealJson(importPlace.report(importId), reportFrom(found)),
        checkedAt,
      })
      .onConflictDoNothing()
      .returning();
    if (!row) return undefined;
    await stage(tx, importId, found.toWrite);
    const officeId = officeOfImporter(who);
    await record(tx, {
      actor: 'operator' in who ? { kind: 'system' } : { kind: 'staff', id: who.staffId },
      action: 'register-checked',
      object: ['register-import', importId],
      ...(officeId && { officeId }),
    });
    return row;
  });
  const row = made ?? (await knownImport(ctx, who, importId, fileHash));
  if (!row) throw new Error('an import that was there is gone');
  return { view: await importView(ctx, row), fresh: made !== undefined };
}

async function knownImport(ctx: Context, who: Importer, importId: string, fileHash: Buffer): Promise<ImportRow | undefined> {
  const [known] = await ctx.db.select({ id: registerImports.id }).from(registerImports).where(eq(registerImports.id, importId));
  if (!known) return undefined;
  const row = await importRowOf(ctx, who, importId);
  if (!row.fileHash.equals(fileHash)) throw new ServiceProblem('content-differs');
  return row;
}

interface Findings {
  adds: number;
  changed: number;
  same: number;
  missing: number;
  readonly problems: RowProblem[];
  /** Lower amounts first: they are what a person has to see. */
  readonly changes: { registerNumber: string; sentence: string; lower: boolean }[];
  readonly toWrite: ReadHousehold[];
}

async function findings(ctx: Context, who: Importer, read: ReadRegister): Promise<Findings> {
  const found: Findings = { adds: 0, changed: 0, same: 0, missing: 0, problems: [...read.problems], changes: [], toWrite: [] };
  const changed: { one: ReadHousehold; caseId: string }[] = [];
  for await (const { one, compared } of compare(ctx, read.households, read.numbers)) {
    if ('problem' in compared && compared.problem) found.problems.push(compared.problem);
    if (compared.as === 'same') found.same += 1;
    if (compared.as === 'new') {
      found.adds += 1;
      found.toWrite.push(one);
      if (found.changes.length < MOST_CHANGES) found.changes.push({ ...addition(one.household), lower: false });
    }
    if (compared.as === 'changed') {
      found.changed += 1;
      found.toWrite.push(one);
      changed.push({ one, caseId: compared.caseId });
      if (changed.length === AT_ONCE) await addChanges(ctx, found, changed.splice(0));
    }
  }
  await addChanges(ctx, found, changed);
  found.problems.sort((a, b) => a.row - b.row);
  const own = officeOfImporter(who);
  const offices = own ? [own] : [...new Set(read.households.map(({ household }) => household.officeId))];
  found.missing = await countMissing(ctx, offices, read.numbers);
  return found;
}

async function addChanges(ctx: Context, found: Findings, changed: readonly { one: ReadHousehold; caseId: string }[]): Promise<void> {
  const opened = await casesByIds(
    ctx,
    changed.map(({ caseId }) => caseId),
  );
  for (const { one, caseId } of changed) {
    const before = opened.get(caseId);
    const all = before ? differences(before, one.household, one.hashes) : [BACK];
    const lower = all.some(({ detail }) => detail === 'amount-lower');
    // Enough to choose the first from: those that are lower, and as many others.
    if (!lower && found.changes.length >= 2 * MOST_CHANGES) continue;
    found.changes.push({
      registerNumber: one.household.registerNumber,
      sentence: all.map(({ sentence }) => sentence).join('；'),
      lower,
    });
  }
}

const addition = (household: RegisterHousehold) => ({
  registerNumber: household.registerNumber,
  sentence: `新增：${household.members.length} 人，${kindsOf(household)
    .map((kind) => RECIPIENTS[kind])
    .join('、')}，每月 ${yuanText(amountOf(household))}`,
});

function reportFrom(found: Findings): ImportReport {
  const rank = (one: { lower: boolean; sentence: string }) => (one.lower ? 0 : one.sentence.startsWith('新增') ? 2 : 1);
  return {
    problems: found.problems.slice(0, MOST_PROBLEMS),
    changes: [...found.changes]
      .sort((a, b) => rank(a) - rank(b))
      .slice(0, MOST_CHANGES)
      .map(({ registerNumber, sentence }) => ({ registerNumber, sentence })),
  };
}

async function stage(tx: Context, importId: string, toWrite: readonly ReadHousehold[]): Promise<void> {
  for (let at = 0; at < toWrite.length; at += AT_ONCE) {
    await tx.db.insert(registerImportRows).values(
      toWrite.slice(at, at + AT_ONCE).map(({ household, rows }, i) => {
        const staged: StagedHousehold = { household, row: rows[0] as number };
        return { importId, position: at + i, householdSealed: tx.cipher.sealJson(importPlace.household(importId, at + i), staged) };
      }),
    );
    // Others have requests under way in this process.
    await breathe();
  }
}
