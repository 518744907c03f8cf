import type { CorrectionAnswerItem, CorrectionView, ProblemField } from '@assist/contracts';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { correctionAnswers, corrections, files } from '../../db/schema.ts';
import { lockApplication } from '../application/lock.ts';
import { moveTo } from '../application/move-to.ts';
import { answerPlace, correctionPlace } from '../application/sealed-places.ts';
import { ownApplication } from '../application/view.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import { noteHelperAct } from '../proxy/note-act.ts';
import type { Resident } from '../session/authenticate.ts';
import { type CorrectionItems, correctionsOf } from './view.ts';

export interface CorrectionToAnswer {
  readonly applicationId: string;
  readonly correctionId: string;
  /** Made on the phone, good for ever. */
  readonly answerId: string;
  readonly items: readonly CorrectionAnswerItem[];
}
export interface Answered {
  readonly correction: CorrectionView;
  readonly fresh: boolean;
}

/**
 * Takes in what the township asked for, all of it at once; "cannot find it", "cannot get it" and "that is not me" are answers too.
 * @throws ServiceProblem `not-found`, `content-differs`, `state-changed`, `form-invalid`
 */
export const answerCorrection = (ctx: Context, who: Resident, answer: CorrectionToAnswer): Promise<Answered> =>
  inTransaction(ctx, async (tx) => {
    const { applicationId, correctionId, answerId } = answer;
    const own = await ownApplication(tx, who, applicationId);
    // Two taps at once wait here for each other.
    const application = await lockApplication(tx, applicationId, own.officeId);
    const fingerprint = tx.hash.fingerprint('correction-answer', { correctionId, items: answer.items });
    const [before] = await tx.db.select().from(correctionAnswers).where(eq(correctionAnswers.id, answerId));
    if (before) {
      if (before.applicationId !== applicationId) throw new ServiceProblem('not-found');
      if (!before.fingerprint.equals(fingerprint)) throw new ServiceProblem('content-differs');
      return { correction: await correctionView(tx, applicationId, before.correctionId), fresh: false };
    }
    const [asked] = await tx.db
      .select()
      .from(corrections)
      .where(and(eq(corrections.id, correctionId), eq(corrections.applicationId, applicationId)));
    if (!asked) throw new ServiceProblem('not-found');
    if (application.state !== 'correction-asked' || (await isAnswered(tx, correctionId))) throw new ServiceProblem('state-changed');
    const wrong = wrongAnswers(tx.cipher.openJson<CorrectionItems>(correctionPlace(correctionId), asked.itemsSealed), answer.items);
    if (wrong.length > 0) throw new ServiceProblem('form-invalid', { fields: wrong });
    await noteHelperAct(tx, who, 'send', ['correction', answerId]);
    await takePhotos(tx, who, application, answer.items);
    await tx.db.insert(correctionAnswers).values({
      id: answerId,
      correctionId,
      applicationId,
      officeId: application.officeId,
      accountId: who.accountId,
      answeredAt: now(tx),
      itemsSealed: tx.cipher.sealJson(answerPlace(answerId), answer.items),
      fingerprint,
    });
    await moveTo(tx, application, 'correction-answered');
    await record(tx, {
      actor: { kind: 'account', id: who.accountId },
      action: 'correction-answered',
      object: ['application', applicationId],
      officeId: application.officeId,
    });
    return { correction: await correctionView(tx, applicationId, correctionId), fresh: true };
  });

async function isAnswered(tx: Context, correctionId: string): Promise<boolean> {
  const [row] = await tx.db
    .select({ id: correctionAnswers.id })
    .from(correctionAnswers)
    .where(eq(correctionAnswers.correctionId, correctionId));
  return row !== undefined;
}

async function correctionView(tx: Context, applicationId: string, correctionId: string): Promise<CorrectionView> {
  const all = await correctionsOf(tx, [applicationId]);
  return all.get(applicationId)?.find((one) => one.id === correctionId) as CorrectionView;
}

function wrongAnswers(items: CorrectionItems, answers: readonly CorrectionAnswerItem[]): ProblemField[] {
  const wrong: ProblemField[] = [];
  const seen = new Set<string>();
  for (const [i, one] of answers.entries()) {
    const at = `items.${i}`;
    if (!items.some((item) => item.id === one.itemId)) wrong.push({ path: `${at}.itemId`, sentence: '没有要这一样' });
    if (seen.has(one.itemId)) wrong.push({ path: `${at}.itemId`, sentence: '这一样写了两次' });
    seen.add(one.itemId);
    if (one.answer === 'photo' && !one.fileIds?.length) wrong.push({ path: `${at}.fileIds`, sentence: '这一样还没有照片' });
    if (one.answer === 'words' && !one.words?.trim()) wrong.push({ path: `${at}.words`, sentence: '这一样还没有写' });
  }
  const open = items.filter((item) => !seen.has(item.id));
  return [...wrong, ...open.map((item) => ({ path: `items.${item.id}`, sentence: `“${item.title}”还没有回；没有的，选“找不到”也可以` }))];
}

/** The photos join the application. @throws ServiceProblem `form-invalid` when one is not there, not one's own, or sent before */
async function takePhotos(
  tx: Context,
  who: Resident,
  application: { id: string; officeId: string },
  answers: readonly CorrectionAnswerItem[],
): Promise<void> {
  const ids = [...new Set(answers.flatMap((one) => one.fileIds ?? []))];
  if (ids.length === 0) return;
  const taken = await tx.db
    .update(files)
    .set({ applicationId: application.id, officeId: application.officeId })
    .where(and(inArray(files.id, ids), eq(files.accountId, who.accountId), isNull(files.applicationId)))
    .returning({ id: files.id });
  const there = new Set(taken.map((row) => row.id));
  const fields = answers.flatMap((one, i) =>
    (one.fileIds ?? []).flatMap((id, j) =>
      there.has(id) ? [] : [{ path: `items.${i}.fileIds.${j}`, sentence: '这张照片没有送到，请再送一次' }],
    ),
  );
  if (fields.length > 0) throw new ServiceProblem('form-invalid', { fields });
}
