import type { CaseFile } from '@assist/contracts';
import type { CivilDate, DivisionCode } from '@assist/policy';
import { clausesIn } from '@assist/policy-chongqing';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { accounts, caseEvents, staffAccounts } from '../../db/schema.ts';
import { maskedNumber, maskedPhone } from '../account/mask.ts';
import { record } from '../audit/record.ts';
import { citations } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { officeOf, officeView } from '../place/offices.ts';
import type { Staff } from '../staff/who.ts';
import { benefitViews } from './benefit-kinds.ts';
import { type CaseMember, caseFileOf, type OpenCase } from './case-file-of.ts';
import { eventSentence } from './event-words.ts';
import { relationName } from './relation-names.ts';
import { nextReviewView, taperView } from './review-view.ts';
import { standingView } from './standing-view.ts';

/** 一户一档 for who works in that township. Every look is on record. @throws ServiceProblem `not-found`, also for another township's */
export async function readCaseFile(ctx: Context, staff: Staff, caseId: string): Promise<CaseFile> {
  const opened = await caseFileOf(ctx, staff.officeId, caseId);
  await record(ctx, {
    actor: { kind: 'staff', id: staff.staffId },
    action: 'case-file-read',
    object: ['case-file', caseId],
    officeId: staff.officeId,
  });
  return caseFileView(ctx, opened);
}

/** The same, for a service that opened the case for a clerk and put the look on record itself. */
export async function caseFileView(ctx: Context, opened: OpenCase): Promise<CaseFile> {
  const { row, members, benefits } = opened;
  const caseId = row.id;
  const district = row.district as DivisionCode;
  const [office, claimed, events] = await Promise.all([officeOf(ctx, row.officeId), claimedOf(ctx, members), eventsOf(ctx, opened)]);
  const taper = taperView(ctx, opened);
  const review = nextReviewView(ctx, opened);
  return {
    caseId,
    registerNumber: row.registerNumber,
    office: officeView(office),
    area: row.area,
    ...(row.village && { village: row.village }),
    members: members.map((member) => ({
      memberId: member.memberId,
      name: member.person.name,
      relation: relationName(member.row.relation),
      ...(member.person.paper.kind !== 'none-yet' && { maskedNumber: maskedNumber(member.person.paper.number) }),
      ...(member.phone && { maskedPhone: maskedPhone(member.phone) }),
      ...(member.person.birthDate && { birthDate: member.person.birthDate }),
      authentication: standingView(ctx, opened, member),
      claimed: member.row.numberHash !== null && claimed.has(member.row.numberHash.toString('hex')),
    })),
    benefits: benefitViews(benefits),
    ...(taper && { taper }),
    ...(row.lastReview && { lastReview: row.lastReview as CivilDate }),
    ...(review && { nextReview: { due: review.due, sentence: review.sentence } }),
    events,
    sources: citations(clausesIn(['JLP53-3-2a', ...(taper ? ['JLP53-6-5c'] : []), 'MCA57-31', 'F8-01'], district)),
  };
}

/** Hashes of the members who have a verified account of their own. */
async function claimedOf(ctx: Context, members: readonly CaseMember[]): Promise<Set<string>> {
  const hashes = members.flatMap(({ row }) => row.numberHash ?? []);
  if (hashes.length === 0) return new Set();
  const rows = await ctx.db
    .select({ hash: accounts.numberHash })
    .from(accounts)
    .where(and(inArray(accounts.numberHash, hashes), eq(accounts.identity, 'verified')));
  return new Set(rows.map((one) => one.hash?.toString('hex') ?? ''));
}

async function eventsOf(ctx: Context, { row, members }: OpenCase): Promise<CaseFile['events']> {
  const rows = await ctx.db
    .select({ event: caseEvents, clerk: staffAccounts.name })
    .from(caseEvents)
    .leftJoin(staffAccounts, eq(staffAccounts.id, caseEvents.actorId))
    .where(eq(caseEvents.caseId, row.id))
    .orderBy(asc(caseEvents.id));
  return rows.map(({ event, clerk }) => {
    const member = members.find((one) => one.memberId === event.memberId);
    return {
      at: instantText(event.at),
      kind: event.kind,
      sentence: `${member ? `${member.person.name}：` : ''}${eventSentence(event.kind, event.detail)}`,
      who: event.actorKind === 'staff' ? (clerk ?? '') : event.actorKind === 'account' ? '居民' : '系统',
      ...(event.subjectId && { subjectId: event.subjectId }),
    };
  });
}
