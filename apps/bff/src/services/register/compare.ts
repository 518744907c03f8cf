import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { caseFiles, caseMembers, offices } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import type { ReadHousehold } from './read-register.ts';
import type { RegisterHousehold, RowProblem } from './register-household.ts';

const AT_ONCE = 500;

export type Compared =
  | { readonly as: 'new' | 'same' | 'other-township' | 'person-elsewhere'; readonly problem?: RowProblem }
  | { readonly as: 'changed'; readonly caseId: string };

/** Same content, same fingerprint, in whatever order the members stand behind the head. */
export function fingerprintOf(ctx: Context, household: RegisterHousehold): Buffer {
  const order = household.members.map((_, i) => i).sort((a, b) => key(household, a).localeCompare(key(household, b)));
  const members = order.map((i) => household.members[i]);
  const benefits = household.benefits
    .map((one) => ({ ...one, ...(one.member !== undefined && { member: order.indexOf(one.member) }) }))
    .sort((a, b) => JSON.stringify([a.kind, a.member, a.since]).localeCompare(JSON.stringify([b.kind, b.member, b.since])));
  return ctx.hash.fingerprint('register-household', { ...household, members, benefits });
}

const key = ({ members }: RegisterHousehold, i: number): string =>
  JSON.stringify([members[i]?.paper, members[i]?.name, members[i]?.birthDate]);

/**
 * Compares households of a file with the register on record, some at a time.
 * @param numbers all household numbers of the file: who is on record in one of them may move between them
 */
export async function* compare(
  ctx: Context,
  read: readonly ReadHousehold[],
  numbers: ReadonlySet<string>,
): AsyncGenerator<{ readonly one: ReadHousehold; readonly compared: Compared }> {
  const listed = new Map(read.map((one) => [one.household.registerNumber, one]));
  for (let at = 0; at < read.length; at += AT_ONCE) {
    const part = read.slice(at, at + AT_ONCE);
    const [known, elsewhere] = [await knownCases(ctx, part), await membersElsewhere(ctx, part)];
    for (const one of part) yield { one, compared: compareOne(ctx, one, known, elsewhere, listed, numbers) };
  }
}

interface Known {
  readonly id: string;
  readonly officeId: string;
  readonly officeName: string;
  readonly fingerprint: Buffer;
  readonly endedOn: string | null;
}
interface Elsewhere {
  readonly registerNumber: string;
  readonly district: string;
}

function compareOne(
  ctx: Context,
  one: ReadHousehold,
  known: ReadonlyMap<string, Known>,
  elsewhere: ReadonlyMap<string, readonly Elsewhere[]>,
  listed: ReadonlyMap<string, ReadHousehold>,
  numbers: ReadonlySet<string>,
): Compared {
  const { registerNumber, district, officeId } = one.household;
  const before = known.get(`${district}:${registerNumber}`);
  const row = one.rows[0] as number;
  if (before && before.officeId !== officeId)
    return {
      as: 'other-township',
      problem: { row, column: '户编号', sentence: `这一户在${before.officeName}名下；要转过来，先和那边办好` },
    };
  for (const [i, hash] of one.hashes.entries()) {
    const other =
      hash &&
      elsewhere.get(hash.toString('base64'))?.find((each) => {
        if (each.district === district && each.registerNumber === registerNumber) return false;
        // The other household is in this file too, and this person no longer is in it: they moved.
        const there = each.district === district && numbers.has(each.registerNumber) ? listed.get(each.registerNumber) : undefined;
        return !there || there.hashes.some((its) => its?.equals(hash));
      });
    if (other)
      return {
        as: 'person-elsewhere',
        problem: { row: one.rows[i] as number, column: '证件号码', sentence: `这个人已经在另一户（${other.registerNumber}）的档上` },
      };
  }
  if (!before) return { as: 'new' };
  return before.endedOn === null && before.fingerprint.equals(fingerprintOf(ctx, one.household))
    ? { as: 'same' }
    : { as: 'changed', caseId: before.id };
}

async function knownCases(ctx: Context, part: readonly ReadHousehold[]): Promise<Map<string, Known>> {
  const rows = await ctx.db
    .select({
      district: caseFiles.district,
      registerNumber: caseFiles.registerNumber,
      id: caseFiles.id,
      officeId: caseFiles.officeId,
      officeName: offices.name,
      fingerprint: caseFiles.fingerprint,
      endedOn: caseFiles.endedOn,
    })
    .from(caseFiles)
    .innerJoin(offices, eq(offices.id, caseFiles.officeId))
    .where(
      and(
        inArray(caseFiles.district, [...new Set(part.map((one) => one.household.district))]),
        inArray(
          caseFiles.registerNumber,
          part.map((one) => one.household.registerNumber),
        ),
      ),
    );
  return new Map(rows.map(({ district, registerNumber, ...row }) => [`${district}:${registerNumber}`, row]));
}

async function membersElsewhere(ctx: Context, part: readonly ReadHousehold[]): Promise<Map<string, Elsewhere[]>> {
  const hashes = part.flatMap((one) => one.hashes.flatMap((hash) => hash ?? []));
  if (hashes.length === 0) return new Map();
  const rows = await ctx.db
    .select({ hash: caseMembers.numberHash, registerNumber: caseFiles.registerNumber, district: caseFiles.district })
    .from(caseMembers)
    .innerJoin(caseFiles, eq(caseFiles.id, caseMembers.caseId))
    .where(and(inArray(caseMembers.numberHash, hashes), isNull(caseMembers.leftOn), isNull(caseFiles.endedOn)));
  const found = new Map<string, Elsewhere[]>();
  for (const { hash, ...where } of rows) {
    const key = hash?.toString('base64') ?? '';
    found.set(key, [...(found.get(key) ?? []), where]);
  }
  return found;
}

/** Households on record in these townships that the file does not name. They are counted and shown; no import ends one. */
export async function countMissing(ctx: Context, officeIds: readonly string[], numbers: ReadonlySet<string>): Promise<number> {
  if (officeIds.length === 0) return 0;
  const [row] = await ctx.db
    .select({ n: sql<number>`count(*)`.mapWith(Number) })
    .from(caseFiles)
    .where(
      and(
        inArray(caseFiles.officeId, [...officeIds]),
        isNull(caseFiles.endedOn),
        sql`${caseFiles.registerNumber} <> all(${sql.param([...numbers])}::text[])`,
      ),
    );
  return row?.n ?? 0;
}
