import type { AuthenticationItem, SIGNALS } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { authentications, signals, visits, visitTries } from '../../db/authentication.ts';
import { caseMembers, files, workItems } from '../../db/schema.ts';
import { maskedNumber, maskedPhone } from '../account/mask.ts';
import { record } from '../audit/record.ts';
import { openMember } from '../case-file/case-file-of.ts';
import { citations } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import { type ItemPerson, itemPersonPlace, type WorkItemRow, workItemView } from '../queue/item-view.ts';
import { aboutOf, SUBJECT_STEPS } from '../queue/subject-words.ts';
import { triesAbout } from '../reminder/tries.ts';
import { SIGNAL_WORDS } from '../signal/words.ts';
import type { Staff } from '../staff/who.ts';
import { askedOf, type Done, visitPlace } from '../visit/sealed.ts';
import { visitView } from '../visit/view.ts';
import type { AuthenticationRow } from './count-contact.ts';
import { authenticationPlace } from './sealed-places.ts';
import type { PersonOnPaper } from './whom.ts';
import { BY_WORDS } from './words.ts';

/** 认证道里的一件: a visit, a video or photo, something odd. Opening it is on record. @throws ServiceProblem `not-found`, also for another township's */
export async function openAuthenticationItem(ctx: Context, staff: Staff, workItemId: string): Promise<AuthenticationItem> {
  const [row] = await ctx.db
    .select()
    .from(workItems)
    .where(
      and(eq(workItems.id, workItemId), eq(workItems.officeId, staff.officeId), inArray(workItems.kind, ['visit', 'evidence', 'signal'])),
    );
  if (!row?.subjectId || !row.personSealed) throw new ServiceProblem('not-found');
  await record(ctx, {
    actor: { kind: 'staff', id: staff.staffId },
    action: 'authentication-read',
    object: ['work-item', workItemId],
    officeId: staff.officeId,
  });
  const parts = await partsOf(ctx, row, row.subjectId);
  const { name } = ctx.cipher.openJson<ItemPerson>(itemPersonPlace(row.id), row.personSealed);
  return {
    item: await workItemView(ctx, row),
    who: { name, ...parts.who },
    ...parts.rest,
    tries: parts.tries ?? [],
    sources: citations(SUBJECT_STEPS[row.kind as 'visit'].clauses),
  };
}

interface Parts {
  readonly who: Omit<AuthenticationItem['who'], 'name'>;
  readonly rest: Pick<AuthenticationItem, 'visit' | 'evidence' | 'signal'>;
  readonly tries?: AuthenticationItem['tries'];
}

async function partsOf(ctx: Context, row: WorkItemRow, subjectId: string): Promise<Parts> {
  if (row.kind === 'visit') return visitParts(ctx, row, subjectId);
  if (row.kind === 'evidence') return evidenceParts(ctx, subjectId);
  const [signal] = await ctx.db.select().from(signals).where(eq(signals.id, subjectId));
  if (!signal) throw new ServiceProblem('not-found');
  const kind = signal.kind as (typeof SIGNALS)[number];
  return { who: row.caseId ? { caseId: row.caseId } : {}, rest: { signal: { kind, sentence: SIGNAL_WORDS[kind], count: signal.count } } };
}

async function visitParts(ctx: Context, row: WorkItemRow, visitId: string): Promise<Parts> {
  const [visit] = await ctx.db.select().from(visits).where(eq(visits.id, visitId));
  if (!visit) throw new ServiceProblem('not-found');
  const { address, phone, note } = askedOf(ctx, visit);
  const person = ctx.cipher.openJson<PersonOnPaper>(visitPlace.person(visitId), visit.personSealed);
  const tries = await ctx.db.select().from(visitTries).where(eq(visitTries.visitId, visitId)).orderBy(asc(visitTries.id));
  return {
    who: await whoOf(ctx, person, visit.caseId, visit.memberId),
    rest: {
      visit: {
        ...(await visitView(ctx, visit)),
        ...(address && { address }),
        ...(phone && { phone }),
        ...(note && { note }),
        why: aboutOf(row),
      },
    },
    tries: [
      ...(await triesAbout(ctx, visitId)),
      ...tries.map((one) => ({
        at: instantText(one.at),
        channel: '上门',
        outcome: tryWords(ctx.cipher.openJson<Done>(visitPlace.tryNote(visitId), one.noteSealed)),
      })),
    ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at)),
  };
}

const tryWords = ({ visitors, note }: Done): string => `${visitors.join('、')}去过，没见到${note && `：${note}`}`;

async function evidenceParts(ctx: Context, authenticationId: string): Promise<Parts> {
  const [row] = await ctx.db.select().from(authentications).where(eq(authentications.id, authenticationId));
  if (!row) throw new ServiceProblem('not-found');
  const person = ctx.cipher.openJson<PersonOnPaper>(authenticationPlace.person(row.id), row.personSealed);
  const sent = await ctx.db
    .select({ fileId: files.id, mediaType: files.mediaType })
    .from(files)
    .where(and(eq(files.subjectId, authenticationId), eq(files.officeId, row.officeId)))
    .orderBy(asc(files.receivedAt), asc(files.id));
  return { who: await whoOf(ctx, person, row.caseId, row.memberId), rest: { evidence: evidenceOf(row, sent) } };
}

const evidenceOf = (row: AuthenticationRow, sent: { fileId: string; mediaType: string }[]) => ({
  authenticationId: row.id,
  takenOn: row.onDay as CivilDate,
  by: BY_WORDS[row.role],
  files: sent,
});

async function whoOf(ctx: Context, { paper }: PersonOnPaper, caseId: string | null, memberId: string | null): Promise<Parts['who']> {
  const masked = paper.kind === 'none-yet' ? {} : { maskedNumber: maskedNumber(paper.number) };
  if (!caseId || !memberId) return masked;
  const [member] = await ctx.db
    .select()
    .from(caseMembers)
    .where(and(eq(caseMembers.caseId, caseId), eq(caseMembers.memberId, memberId)));
  const phone = member && openMember(ctx, member).phone;
  return { ...masked, ...(phone && { maskedPhone: maskedPhone(phone) }), caseId, memberId };
}
