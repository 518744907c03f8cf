import type { ApplicationForm, CorrectionRequest, CorrectionView } from '@assist/contracts';
import { and, eq } from 'drizzle-orm';
import { signatures, submissions } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { correctionsOf } from '../correction/view.ts';
import { ServiceProblem } from '../problem.ts';
import { formPlace } from './sealed-places.ts';

/** Answers of an earlier round that say: there is no such paper. */
const NO_PAPER: readonly string[] = ['cannot-find', 'cannot-get', 'not-me'];

type Item = Pick<CorrectionView['items'][number], 'title' | 'evidence' | 'memberId'>;
const sameThing = (a: Item, b: Item): boolean =>
  a.evidence === b.evidence && a.memberId === b.memberId && a.title.trim() === b.title.trim();

/**
 * What was told once only shrinks: a paper that was declared instead is not asked for any more (YM239-1-2b), nor the very same thing that
 * somebody has said they do not have. The township looks for itself then: visit, neighbours, letter (JLP53-5-2a), cross-check.
 * @throws ServiceProblem `form-invalid` with the items
 */
export async function refuseAskingAgain(tx: Context, applicationId: string, { items }: CorrectionRequest): Promise<void> {
  const [[sent], promises, rounds] = await Promise.all([
    tx.db.select({ form: submissions.formSealed }).from(submissions).where(eq(submissions.applicationId, applicationId)),
    // A helper's tick is not the person's promise.
    tx.db
      .select({ at: signatures.signedAt })
      .from(signatures)
      .where(and(eq(signatures.applicationId, applicationId), eq(signatures.statement, 'declaration'), eq(signatures.status, 'given'))),
    correctionsOf(tx, [applicationId]),
  ]);
  const form = sent && tx.cipher.openJson<ApplicationForm>(formPlace(applicationId), sent.form);
  const declared = new Set((form?.evidence ?? []).filter((one) => one.way === 'declare' && promises.length > 0).map((one) => one.about));
  const without = (rounds.get(applicationId) ?? []).flatMap((round) =>
    round.items.filter((item) => round.answers?.some((a) => a.itemId === item.id && NO_PAPER.includes(a.answer))),
  );
  const fields = items.flatMap((item, i) => {
    if (item.evidence && declared.has(item.evidence))
      return [{ path: `items.${i}.evidence`, sentence: '这样本人已经书面承诺，不再要单子；拿不准的，请入户、问邻居或发函核实' }];
    if (without.some((before) => sameThing(before, item)))
      return [{ path: `items.${i}.title`, sentence: '这样要过一次，本人说了没有，不再要第二次；请想别的办法核实' }];
    return [];
  });
  if (fields.length > 0) throw new ServiceProblem('form-invalid', { fields });
}
