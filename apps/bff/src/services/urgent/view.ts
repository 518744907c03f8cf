import type { CitedSentence, UrgentView } from '@assist/contracts';
import { dutyOf } from '@assist/places';
import { CLOCK_RULES, URGENT_CALLBACK } from '@assist/policy-chongqing';
import { asc, eq } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { staffAccounts, urgentSounds, urgentTries } from '../../db/schema.ts';
import { districtOf } from '../application/receipt.ts';
import { cited } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { type OfficeRow, officeOf, officeView } from '../place/offices.ts';
import { answersNow, dutyView, whatHappens } from './answering.ts';
import { type CallRow, endOf, stateOf } from './row.ts';

/** As who called is told. */
const TRIES = {
  reached: '打通了，和您说上话了',
  'no-answer': '给您打过电话，没有接通',
  'wrong-number': '给您打过电话，号码不对',
  'not-there': '到您说的地方找过，没有见到',
} as const;

/** A call as who sent it sees it. */
export async function urgentView(ctx: Context, row: CallRow): Promise<UrgentView> {
  const [office, tries, [sound]] = await Promise.all([
    officeOf(ctx, row.officeId),
    ctx.db
      .select({ at: urgentTries.at, outcome: urgentTries.outcome, role: staffAccounts.role })
      .from(urgentTries)
      .leftJoin(staffAccounts, eq(staffAccounts.id, urgentTries.staffId))
      .where(eq(urgentTries.callId, row.id))
      .orderBy(asc(urgentTries.at), asc(urgentTries.id)),
    ctx.db.select({ seconds: urgentSounds.seconds }).from(urgentSounds).where(eq(urgentSounds.callId, row.id)),
  ]);
  const state = stateOf(row);
  return {
    callId: row.id,
    number: row.number,
    receivedAt: instantText(row.receivedAt),
    callBackBy: instantText(row.callBackBy),
    state,
    // Whoever reached them says so: the township, or the district's duty.
    sentence: sentenceOf(ctx, row, office, tries.find((one) => one.outcome === 'reached')?.role === 'confirmer'),
    office: officeView(office),
    sound: sound ? 'here' : row.soundSeconds ? 'awaited' : 'none',
    tries: tries.map((one) => ({ at: instantText(one.at), words: TRIES[one.outcome] })),
    now: state === 'ended' ? null : answersNow(ctx, office),
    duty: dutyView(dutyOf(districtOf(office.id))),
    next: state === 'ended' ? [] : whatHappens(office),
    claimed: row.accountId !== null,
    ...(row.applicationId && { applicationId: row.applicationId }),
  };
}

function sentenceOf(ctx: Context, row: CallRow, office: OfficeRow, byDuty: boolean): CitedSentence {
  const time = instantText(row.callBackBy).slice(11, 16);
  switch (stateOf(row)) {
    case 'waiting':
      return cited(`${office.name}收到了，${time} 以前给您回电话。`, [], URGENT_CALLBACK.assumption);
    case 'handed-on':
      return cited(
        `过了约定的 ${time}，已经转给${dutyOf(districtOf(office.id)).name}，${office.name}也接着找您。`,
        [],
        URGENT_CALLBACK.assumption,
      );
    case 'reached':
      return cited(`${byDuty ? dutyOf(districtOf(office.id)).name : office.name}和您说上话了，正在办。`, ['YMF12-14a']);
    case 'ended':
      return endSentence(ctx, row, office);
  }
}

function endSentence(ctx: Context, row: CallRow, office: OfficeRow): CitedSentence {
  const words = endOf(ctx, row)?.words ?? '';
  switch (row.ending) {
    case 'small-sum':
      return cited(
        `${office.name}先给一笔小额救助，一般 ${CLOCK_RULES.smallFirst.period.value} 天内。说明过后再补。`,
        CLOCK_RULES.smallFirst.clauses,
      );
    case 'temporary':
      return cited(`${office.name}给您办临时救助：另一个人看过就给。`, ['SAL2026-29', 'YM239-3-3d']);
    case 'application':
      return cited('说好了由您申请，日子按求助这天算。工作人员帮着您办。', ['YM239-1-1b', 'YM239-3-3d']);
    case 'referred':
      return cited(`已经转给该管的地方：${words}`, ['YMF12-14a']);
    case 'not-reached':
      return cited('打过几次、找过几次，没联系上您。您随时可以再求助，或者给镇街打电话。', ['YMF12-14a']);
    default:
      return cited(`和您说清楚了：${words}`, ['YMF12-14a']);
  }
}
