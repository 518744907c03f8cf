import { WORK_KINDS } from '@assist/contracts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { showAnswer } from '../correction/answers-sent.ts';
import { inTransaction } from '../in-transaction.ts';
import { addToOutbox } from '../outbox/add.ts';
import { tellSupervisors } from '../supervisor/tell.ts';
import { findGaps, type Gap, type GapKind } from './gaps.ts';
import { giveReceipt, tell } from './give-receipt.ts';
import { findLate, findUnseen } from './late.ts';
import { putBack } from './put-back.ts';

const DAY_MS = 24 * 3_600_000;
/** Looked at each night: longer than the longest clock from sending to a decision, in calendar days. */
const DAYS = 60;

/**
 * The night's look at everything that was sent in sixty days: each has a receipt, was checked, was told, and stands before somebody of its
 * township. What is missing is put back where it can be, once however often it runs, and the people concerned are told.
 * @param days how far back; for the first time after a restore, all of them
 * @returns a line for each gap, ids only; none where all fits
 */
export async function reconcileDeliveries(ctx: Context, days = DAYS): Promise<string[]> {
  const at = now(ctx).getTime();
  const lines: string[] = [];
  for (let day = days; day > 0; day--) {
    const span = { from: new Date(at - day * DAY_MS), until: new Date(at - (day - 1) * DAY_MS) };
    for (const gap of await findGaps(ctx, span)) lines.push(...(await mend(ctx, gap)));
  }
  return [...lines, ...(await findLate(ctx)), ...(await findUnseen(ctx, WORK_KINDS))];
}

/** Each gap in a transaction of its own: one that cannot be mended keeps none of the others. */
async function mend(ctx: Context, gap: Gap): Promise<string[]> {
  const lines: string[] = [];
  for (const kind of gap.gaps) {
    const outcome = await inTransaction(ctx, async (tx) => {
      const found = await MEND[kind](tx, gap);
      if (found !== 'as-it-should')
        await record(tx, {
          actor: { kind: 'system' },
          action: found === 'mended' ? 'delivery-mended' : 'delivery-lost',
          object: [gap.what, gap.id],
          officeId: gap.office_id,
          result: kind,
        });
      return found;
    });
    if (outcome !== 'as-it-should') lines.push(`${kind} ${gap.what} ${gap.id} ${outcome}`);
  }
  return lines;
}

type Outcome = 'mended' | 'lost' | 'as-it-should';

const MEND: Readonly<Record<GapKind, (tx: Context, gap: Gap) => Promise<Outcome>>> = {
  'no-receipt': async (tx, gap) => ((await giveReceipt(tx, gap)) ? 'mended' : 'lost'),
  unchecked: async (tx, { what, id, account_id }) => {
    if (what === 'change') await addToOutbox(tx, 'change-told', { changeId: id });
    else {
      await addToOutbox(tx, 'find-identity-conflict', { accountId: account_id ?? '', applicationId: id });
      await addToOutbox(tx, 'relay-sent', { applicationId: id });
    }
    return 'mended';
  },
  'not-told': async (tx, { id, account_id }) => {
    for (const state of ['received', 'correction-asked', 'accepted'])
      await addToOutbox(tx, 'tell-resident', { applicationId: id, accountId: account_id ?? '', state });
    return 'mended';
  },
  'no-item': async (tx, gap) => ((await putBack(tx, gap)) ? 'mended' : 'as-it-should'),
  'no-lane': async (tx, gap) => ((await putBack(tx, gap)) ? 'mended' : 'as-it-should'),
  'not-shown': async (tx, gap) => {
    if (!(await showAnswer(tx, gap.id, gap.office_id))) return 'as-it-should';
    await tellAtItem(tx, gap, 'put-back');
    return 'mended';
  },
  'answer-gone': async (tx, gap) => {
    const { office_id: officeId, account_id: accountId, id } = gap;
    await tellAtItem(tx, gap, 'not-whole');
    if (accountId) await tell(tx, { accountId, officeId, at: gap.saved_at, what: 'answer', id });
    return 'lost';
  },
};

/** The supervisor, once, at the item of the application. */
async function tellAtItem(
  tx: Context,
  { item_id: subjectId, office_id: officeId, id }: Gap,
  kind: 'put-back' | 'not-whole',
): Promise<void> {
  if (subjectId) await tellSupervisors(tx, { officeId, kind, subjectId, source: `${kind}:answer:${id}` });
}
