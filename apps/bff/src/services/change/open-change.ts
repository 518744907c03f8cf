import { type ChangeCase, type ChangeForm, type ChangeView, EVIDENCE_KINDS, type EvidenceKind } from '@assist/contracts';
import type { CivilDate, DivisionCode } from '@assist/policy';
import { clausesIn } from '@assist/policy-chongqing';
import { and, asc, eq } from 'drizzle-orm';
import { dayInShanghai, instantText } from '../../clock.ts';
import { changeNotices, changes, files, workItems } from '../../db/schema.ts';
import { maskedPhone } from '../account/mask.ts';
import { itemTrail } from '../audit/item-trail.ts';
import { caseById } from '../case-file/case-file-of.ts';
import { caseFileView } from '../case-file/read.ts';
import type { Context } from '../context.ts';
import { possibleOpinions } from '../opinion/possible.ts';
import { placeNames } from '../place/place-names.ts';
import { ServiceProblem } from '../problem.ts';
import { workItemView } from '../queue/item-view.ts';
import { isHandler, type Staff } from '../staff/who.ts';
import { toldChanges } from './answers.ts';
import type { StoredBeside } from './beside.ts';
import { contradictionsOf, othersUnderWay } from './beside-others.ts';
import { besideView } from './beside-view.ts';
import { recordChange } from './hold.ts';
import { officerQuestions } from './officer-questions.ts';
import type { ToldBy } from './reporter.ts';
import { changePlace } from './sealed-places.ts';
import { settlementsOf } from './settle.ts';
import type { MaySettle } from './settlement.ts';
import { type ChangeRow, changeView } from './view.ts';

/** 一次变化的全部, for who works in that township. Every look is on record. @throws ServiceProblem `not-found`, also for another township's */
export async function openChange(ctx: Context, staff: Staff, changeId: string): Promise<ChangeCase> {
  const [row] = await ctx.db
    .select({ change: changes, notice: changeNotices, item: workItems })
    .from(changes)
    .innerJoin(changeNotices, eq(changeNotices.id, changes.id))
    .innerJoin(workItems, and(eq(workItems.subjectId, changes.id), eq(workItems.kind, 'change')))
    .where(and(eq(changes.id, changeId), eq(changes.officeId, staff.officeId)));
  if (!row) throw new ServiceProblem('not-found');
  await recordChange(ctx, staff, 'change-read', changeId);
  const { change, notice, item } = row;
  const form = ctx.cipher.openJson<ChangeForm>(changePlace.form(changeId), notice.formSealed);
  const reporter = ctx.cipher.openJson<ToldBy>(changePlace.reporter(changeId), notice.reporterSealed);
  const opened = change.caseId ? await caseById(ctx, change.caseId) : undefined;
  const names = new Map([
    ...(opened?.members ?? []).map((one) => [one.memberId, one.person.name] as const),
    ...toldChanges(form).flatMap(({ changed: { joins } }) => (joins ? [[joins.id, joins.name] as const] : [])),
  ]);
  const [view, contradicts, may] = [await changeView(ctx, change), await contradictionsOf(ctx, change), await settlementsOf(ctx, change)];
  const others = await othersUnderWay(
    ctx,
    change,
    contradicts.map((one) => one.changeId),
  );
  const questions = officerQuestions(form, change.toldOn as CivilDate, districtOf(change));
  const under = change.state === 'opened' || change.state === 'opinion';
  return {
    item: await workItemView(ctx, item),
    change: view,
    form,
    reporter: { name: reporter.name, identity: reporter.identity, ...(reporter.phone && { maskedPhone: maskedPhone(reporter.phone) }) },
    ...(opened && { caseFile: await caseFileView(ctx, opened) }),
    ...(notice.besideSealed && {
      beside: besideView(ctx.cipher.openJson<StoredBeside>(changePlace.beside(changeId), notice.besideSealed), names),
    }),
    contradicts,
    actions: actionsOf(change, view, may, staff),
    settlements: change.state === 'settled' ? [] : [...may.as],
    ...(others.length > 0 && { others }),
    ...(questions.length > 0 && { questions }),
    ...(change.matchCaseId && {
      match: { caseId: change.matchCaseId, sentence: '写的证件号和册上这一户的一位家人一样。没有核过身份，请先看是不是这一户。' },
    }),
    ...(under && { opinions: possibleOpinions(change.events, districtOf(change), dayInShanghai(ctx.clock())) }),
    files: await photosOf(ctx, change),
    audit: await itemTrail(ctx, [changeId, item.id]),
    placeNames: placeNames([form.residence, ...form.changed.flatMap((one) => [one.place, one.joins?.registration, one.joins?.residence])]),
  };
}

const districtOf = (change: ChangeRow): DivisionCode => change.officeId.slice(0, 6) as DivisionCode;

function actionsOf(change: ChangeRow, view: ChangeView, may: MaySettle, staff: Staff): ChangeCase['actions'] {
  const clauses = clausesIn(may.money?.clauses ?? ['YM239-4-5b', 'SAL2026-46'], districtOf(change));
  const handler = isHandler(staff);
  const stands = !handler
    ? '审计只看，不办。'
    : view.state === 'received'
      ? '先点“打开看了”，居民会看到。'
      : view.state === 'settled'
        ? '已经办结了。'
        : undefined;
  const settle =
    stands ??
    (view.state === 'opinion'
      ? '已经记了初步意见，接下来走程序。'
      : may.as.length === 0
        ? `${may.money?.titles.join('、') ?? ''}：关系到钱，要走程序，不能在这里办结。`
        : '不涉及钱的，可以在这里办结。');
  return [
    {
      id: 'settle',
      possible: stands === undefined && view.state === 'opened' && may.as.length > 0,
      sentence: settle,
      clauses: [...clauses],
    },
    {
      id: 'opinion',
      possible: stands === undefined,
      sentence: stands ?? '写下初步意见，居民会看到。钱不在这里变。',
      clauses: clausesIn(['SAL2026-46', 'SAL2026-47', 'SAL2026-48'], districtOf(change)).slice(),
    },
  ];
}

async function photosOf(ctx: Context, change: ChangeRow): Promise<ChangeCase['files']> {
  const rows = await ctx.db
    .select()
    .from(files)
    .where(and(eq(files.subjectKind, 'change'), eq(files.subjectId, change.id), eq(files.officeId, change.officeId)))
    .orderBy(asc(files.receivedAt));
  return rows.map((photo) => ({
    fileId: photo.id,
    about: EVIDENCE_KINDS.find((kind) => kind === photo.about) as EvidenceKind,
    ...(photo.memberId && { memberId: photo.memberId }),
    bytes: photo.bytes,
    mediaType: photo.mediaType,
    receivedAt: instantText(photo.receivedAt),
  }));
}
