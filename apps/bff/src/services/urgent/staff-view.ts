import type { UrgentEnd, UrgentItem } from '@assist/contracts';
import { dutyOf } from '@assist/places';
import type { CivilDate, DivisionCode } from '@assist/policy';
import { dateText, fen, valueOn, yuanText } from '@assist/policy';
import { CLOCK_RULES, runClock, SMALL_SUM_MONTHS, SUBSISTENCE_STANDARD, URGENT_CALLBACK } from '@assist/policy-chongqing';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { staffAccounts, urgentCalls, urgentSounds, urgentTries, workItems } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { cited } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import { workItemView } from '../queue/item-view.ts';
import { isHandler, type Staff } from '../staff/who.ts';
import { type CallRow, endOf, toldOf, urgentPlace } from './row.ts';
import { urgentRows } from './row-view.ts';
import { callsSeenBy } from './seen-by-staff.ts';

/** One call with all it needs; the look is on record. @throws ServiceProblem `not-found` */
export async function openUrgentCall(ctx: Context, staff: Staff, callId: string): Promise<UrgentItem> {
  const [row] = await ctx.db
    .select()
    .from(urgentCalls)
    .where(and(eq(urgentCalls.id, callId), callsSeenBy(ctx, staff)));
  if (!row) throw new ServiceProblem('not-found');
  await record(ctx, {
    actor: { kind: 'staff', id: staff.staffId },
    action: 'urgent-read',
    object: ['urgent-call', callId],
    officeId: row.officeId,
  });
  return urgentItem(ctx, staff, row);
}

export async function urgentItem(ctx: Context, staff: Staff, row: CallRow): Promise<UrgentItem> {
  const told = toldOf(ctx, row);
  const end = endOf(ctx, row);
  const [[sound], tries, [listed], items] = await Promise.all([
    ctx.db.select({ id: urgentSounds.callId }).from(urgentSounds).where(eq(urgentSounds.callId, row.id)),
    ctx.db.select().from(urgentTries).where(eq(urgentTries.callId, row.id)).orderBy(asc(urgentTries.at), asc(urgentTries.id)),
    urgentRows(ctx, [row]),
    staff.officeId === row.officeId && staff.role !== 'confirmer'
      ? ctx.db
          .select()
          .from(workItems)
          .where(and(eq(workItems.kind, 'urgent'), eq(workItems.subjectId, row.id), eq(workItems.officeId, staff.officeId)))
      : [],
  ]);
  const names = await namesOf(ctx, [...tries.map((one) => one.staffId), ...(row.endedBy ? [row.endedBy] : [])]);
  const [item] = items;
  return {
    row: listed as UrgentItem['row'],
    ...(item && { item: await workItemView(ctx, item) }),
    ...(told.kind && { kind: told.kind }),
    ...(told.what && { what: told.what }),
    ...(told.where && { where: told.where }),
    ...(told.position && { position: told.position }),
    ...(told.phone && { phone: told.phone }),
    ...(told.name && { name: told.name }),
    sound: sound ? 'here' : row.soundSeconds ? 'awaited' : 'none',
    tries: tries.map((one) => ({
      tryId: one.id,
      at: instantText(one.at),
      who: names.get(one.staffId) ?? '',
      outcome: one.outcome,
      note: ctx.cipher.openText(urgentPlace.tryNote(one.id), one.noteSealed),
    })),
    ...(row.handedOnAt && {
      handedOn: {
        at: instantText(row.handedOnAt),
        to: dutyOf(row.district as DivisionCode).name,
        reason: `${URGENT_CALLBACK.minutes} 分钟内没有联系上`,
      },
    }),
    ...(end && {
      end: {
        how: end.how,
        at: instantText(row.endedAt as Date),
        who: names.get(row.endedBy ?? '') ?? '',
        words: end.words,
        ...(end.runId && { runId: end.runId }),
      },
    }),
    claimed: row.accountId !== null,
    ...(row.applicationId && { applicationId: row.applicationId }),
    smallSum: smallSum(ctx, row),
    may: { act: !row.endedAt && mayAct(staff), ends: row.endedAt ? [] : endsOf(staff) },
    callBack: cited(
      `${URGENT_CALLBACK.minutes} 分钟内回电话；过了没联系上，自动转给区县值班，这里接着办。`,
      [],
      URGENT_CALLBACK.assumption,
    ),
  };
}

const mayAct = (staff: Staff): boolean => isHandler(staff) || staff.role === 'confirmer';

/** A small sum is the township's to give (SAL2026-50, YMF12-14b); the district's duty says so to it, refers, or makes it clear. */
export function endsOf(staff: Staff): UrgentEnd[] {
  if (isHandler(staff)) return ['small-sum', 'temporary', 'application', 'referred', 'told', 'not-reached'];
  return staff.role === 'confirmer' ? ['application', 'referred', 'told'] : [];
}

/** By when, how much at most as far as it is known, and what nobody found. */
function smallSum(ctx: Context, row: CallRow): UrgentItem['smallSum'] {
  const on = row.receivedOn as CivilDate;
  const district = row.district as DivisionCode;
  const { by } = runClock(CLOCK_RULES.smallFirst, on, ctx.calendar);
  const months = valueOn(SMALL_SUM_MONTHS, on, district)?.value;
  const [urban, rural] = (['urban', 'rural'] as const).map((area) => valueOn(SUBSISTENCE_STANDARD, on, district, area)?.value);
  const most = months !== undefined && urban !== undefined ? fen(urban * months) : undefined;
  return {
    by,
    ...(most !== undefined && { most }),
    sentences: [
      cited(`先给再补：不核对、不公示，${dateText(by)}以前给到。`, CLOCK_RULES.smallFirst.clauses),
      ...(months !== undefined && urban !== undefined && rural !== undefined
        ? [
            cited(
              `转载的解读说，一般不超过一个月低保标准：城镇 ${yuanText(fen(urban * months))}，农村 ${yuanText(fen(rural * months))}。`,
              ['F6-02'],
            ),
          ]
        : []),
      cited('本区县先行救助的限额、要不要第二个人确认，没有查到；给多少由镇街定，写明。', ['F6-11', 'SAL2026-50']),
    ],
  };
}

async function namesOf(ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: staffAccounts.id, name: staffAccounts.name })
    .from(staffAccounts)
    .where(inArray(staffAccounts.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row.name]));
}
