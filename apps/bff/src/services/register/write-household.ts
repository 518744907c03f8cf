import { randomUUID } from 'node:crypto';
import type { CivilDate } from '@assist/policy';
import type { caseBenefits, caseFiles, caseMembers } from '../../db/schema.ts';
import { numberHash } from '../account/account.ts';
import type { Actor } from '../audit/record.ts';
import type { NewCaseEvent } from '../case-file/add-event.ts';
import type { BenefitRow } from '../case-file/benefit-kinds.ts';
import { type CaseMember, householdOf, type MemberRow, type OpenCase } from '../case-file/case-file-of.ts';
import { nextAuthentication, nextReview, partOf } from '../case-file/next-dates.ts';
import { type CasePerson, casePlace } from '../case-file/sealed-places.ts';
import { type Context, now } from '../context.ts';
import { fingerprintOf } from './compare.ts';
import { BACK, differences } from './differences.ts';
import { factsFrom } from './facts.ts';
import { amountOf, kindsOf, type RegisterHousehold, type RegisterMember } from './register-household.ts';

/** The rows one household comes to; many households are written with one statement a table. */
export interface HouseholdRows {
  readonly file: typeof caseFiles.$inferInsert;
  readonly members: readonly (typeof caseMembers.$inferInsert)[];
  readonly benefits: readonly (typeof caseBenefits.$inferInsert)[];
  /** On record, and no longer in the register. */
  readonly left: readonly { readonly caseId: string; readonly memberId: string }[];
  readonly ended: readonly { readonly caseId: string; readonly kind: string; readonly memberId: string; readonly since: string }[];
  readonly events: readonly NewCaseEvent[];
}

/** A case that is there: opened where it is in force, with all members it ever had. */
export interface Before {
  readonly id: string;
  readonly createdAt: Date;
  readonly opened: OpenCase | undefined;
  readonly everybody: readonly CaseMember[];
  /** What nobody ended; a case that ended may hold some too, and must not be paid them again when it comes back. */
  readonly benefits: readonly BenefitRow[];
}

export interface Writing {
  readonly importId: string;
  readonly actor: Actor;
  readonly today: CivilDate;
}

/** Rows of a household, new or changed. Who is on record keeps their id; dates come from the policy package. */
export function rowsOf(
  ctx: Context,
  household: RegisterHousehold,
  before: Before | undefined,
  { importId, actor, today }: Writing,
): HouseholdRows {
  const caseId = before?.id ?? randomUUID();
  const { officeId, district } = household;
  const hashes = household.members.map((one) => numberHash(ctx, one.paper));
  const known = household.members.map((one, i) => before?.everybody.find((each) => isSame(each, one, hashes[i] ?? null)));
  const ids = idsFor(known, before?.everybody ?? []);
  const dated = household.benefits.map(({ kind, since, member }) => ({
    kind,
    since,
    memberId: member === undefined ? '' : (ids[member] as string),
  }));
  const review = nextReview(district, dated, household.lastReview);
  const facts = factsFrom(household, ids, before?.opened && householdOf(ctx, before.opened.row));
  const benefits = household.benefits.map(({ amount }, i) => ({
    caseId,
    officeId,
    amount,
    ...(dated[i] as (typeof dated)[number]),
    until: null,
  }));
  const isWritten = (one: { kind: string; memberId: string; since: string }) =>
    benefits.some((each) => each.kind === one.kind && each.memberId === one.memberId && each.since === one.since);
  const about = { caseId, officeId, actor, subjectId: importId };
  return {
    file: {
      id: caseId,
      officeId,
      district,
      registerNumber: household.registerNumber,
      area: household.area,
      village: household.village ?? null,
      householdSealed: ctx.cipher.sealJson(casePlace.household(caseId), facts),
      members: household.members.length,
      amount: amountOf(household),
      kinds: kindsOf(household),
      lastReview: household.lastReview ?? null,
      nextReview: review?.on ?? null,
      taperFrom: household.taper?.from ?? null,
      taperUntil: household.taper?.until ?? null,
      fingerprint: fingerprintOf(ctx, household),
      importId,
      createdAt: before?.createdAt ?? now(ctx),
      updatedAt: now(ctx),
      endedOn: null,
    },
    members: household.members.map((one, i) => {
      const memberId = ids[i] as string;
      const met = lastMeeting(one, known[i]?.row);
      return {
        caseId,
        memberId,
        officeId,
        relation: one.relation,
        numberHash: hashes[i] ?? null,
        ...sealed(ctx, caseId, memberId, one, known[i]),
        ...met,
        nextAuthentication: nextAuthentication(district, partOf(dated, memberId), met.lastMet ?? undefined, today) ?? null,
        leftOn: null,
      };
    }),
    benefits,
    left: (before?.everybody ?? []).flatMap(({ memberId, row }) =>
      row.leftOn !== null || ids.includes(memberId) ? [] : [{ caseId, memberId }],
    ),
    ended: (before?.benefits ?? []).filter((one) => !isWritten(one)),
    events: before
      ? (before.opened ? differences(before.opened, household, hashes) : [BACK]).map(({ detail }) => ({
          ...about,
          kind: 'register-changed',
          detail,
        }))
      : [{ ...about, kind: 'registered' }],
  };
}

const isSame = (known: CaseMember, one: RegisterMember, hash: Buffer | null): boolean =>
  hash && known.row.numberHash
    ? known.row.numberHash.equals(hash)
    : // A child that had no paper yet gets one: the same name and day of birth.
      (hash === null || known.row.numberHash === null) && known.person.name === one.name && known.person.birthDate === one.birthDate;

/** Ids of the members by their place: who is known keeps theirs, others get the next that nobody ever had. */
function idsFor(known: readonly (CaseMember | undefined)[], everybody: readonly CaseMember[]): string[] {
  let last = Math.max(0, ...everybody.map((one) => Number(one.memberId.slice(1))));
  return known.map((one) => {
    if (one) return one.memberId;
    last += 1;
    return `m${last}`;
  });
}

/** The later of both: a meeting that was recorded here is not forgotten because the register is behind. */
function lastMeeting(one: RegisterMember, known: MemberRow | undefined): { lastMet: CivilDate | null; lastMetContact: string | null } {
  const was = (known?.lastMet as CivilDate | null | undefined) ?? null;
  if (one.lastMet && (was === null || one.lastMet > was)) return { lastMet: one.lastMet, lastMetContact: one.contact ?? null };
  return { lastMet: was, lastMetContact: known?.lastMetContact ?? null };
}

function sealed(ctx: Context, caseId: string, memberId: string, one: RegisterMember, known: CaseMember | undefined) {
  const { name, paper, birthDate, phone } = one;
  const person: CasePerson = { name, paper, ...(birthDate && { birthDate }), ...(phone && { registerPhone: phone }) };
  // A number that was changed here, with a second step, is not taken back by a register that still has the old one.
  const isNews = phone !== undefined && phone !== known?.person.registerPhone;
  const phoneNow = isNews ? phone : (known?.phone ?? phone);
  return {
    personSealed: ctx.cipher.sealJson(casePlace.person(caseId, memberId), person),
    phoneSealed: phoneNow === undefined ? null : ctx.cipher.seal(casePlace.phone(caseId, memberId), phoneNow),
    bankSealed: known?.row.bankSealed ?? null,
  };
}
