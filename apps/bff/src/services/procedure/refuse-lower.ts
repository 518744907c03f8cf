import type { RecordedEvent } from '@assist/contracts';
import { type Fen, yuanText } from '@assist/policy';
import { and, eq, isNull } from 'drizzle-orm';
import { caseBenefits } from '../../db/schema.ts';
import { citations } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import { proposalOf } from './effects.ts';
import type { RunRow } from './record.ts';

const CLAUSES = ['JLP53-6-3', 'JLP53-5-3a', 'SAL2026-48'];
const DECIDES: readonly RecordedEvent['kind'][] = ['opinion', 'confirmed', 'takes-effect'];

/**
 * A raise lowers nothing: what would be less than is paid now goes the way of a cut, with its ground, its visit and the person heard. The
 * table's own trigger holds it too; here it is said before anybody waits seven days for it, and again where the amount rose meanwhile.
 * @throws ServiceProblem `step-missing`
 */
export async function refuseLowerInRaise(tx: Context, run: RunRow, event: RecordedEvent): Promise<void> {
  if (run.procedure !== 'raise' || !run.caseId || !DECIDES.includes(event.kind)) return;
  const proposal = event.kind === 'opinion' ? event.proposal : await proposalOf(tx, run.id);
  if (!proposal) return;
  const paid = await tx.db
    .select()
    .from(caseBenefits)
    .where(and(eq(caseBenefits.caseId, run.caseId), isNull(caseBenefits.until)));
  for (const one of proposal.benefits) {
    const now = paid.find((row) => row.kind === one.kind && row.memberId === (one.memberId ?? ''));
    if (!now || now.amount <= one.amount) continue;
    const words = `现在每月发 ${yuanText(now.amount as Fen)}，增发不能写得比它少（写的是 ${yuanText(one.amount)}）。要减的另走减发：有依据、上过门、听过本人说`;
    throw new ServiceProblem('step-missing', {
      fields: [{ path: event.kind, sentence: [words, ...citations(CLAUSES).map(({ label }) => label)].join('｜') }],
    });
  }
}
