import type { StandardRunView } from '@assist/contracts';
import type { CivilDate, DivisionCode } from '@assist/policy';
import { POLICY_VERSION, standardInForce } from '@assist/policy-chongqing';
import { eq } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { standardRuns } from '../../db/schema.ts';
import { districtOf } from '../application/receipt.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Staff } from '../staff/who.ts';
import { standardRunView } from './view.ts';

const NEVER = '00000000-0000-0000-0000-000000000000';

/** Who may begin a run: who answers for a township, for it; the district's bureau, for all of its townships. */
export const mayStart = (staff: Staff): boolean => staff.role === 'supervisor' || staff.role === 'confirmer';

/**
 * 按新标准重新算每一户: a run over all cases of the township, or of the district. It is worked out by the worker and moves nothing. Asked
 * for again, once it is ready, it looks for households that came since and those whose facts were missing; what was worked out stays.
 * @throws ServiceProblem `forbidden`, `form-invalid` (not the standard in force), `state-changed` (this standard has a run already), `not-found`
 */
export async function startStandardRun(
  ctx: Context,
  staff: Staff,
  standardRunId: string,
  standardFrom: CivilDate,
): Promise<{ view: StandardRunView; fresh: boolean }> {
  if (!mayStart(staff)) throw new ServiceProblem('forbidden');
  return inTransaction(ctx, async (tx) => {
    const [before] = await tx.db.select().from(standardRuns).where(eq(standardRuns.id, standardRunId)).for('update');
    if (before) {
      if (before.standardFrom !== standardFrom) throw new ServiceProblem('content-differs');
      if (!isOwn(staff, before)) throw new ServiceProblem('forbidden');
      const again = before.workedOutAt
        ? await tx.db
            .update(standardRuns)
            .set({ workedOutAt: null, afterCase: NEVER })
            .where(eq(standardRuns.id, standardRunId))
            .returning()
        : [before];
      return { view: await standardRunView(tx, again[0] ?? before), fresh: false };
    }
    const officeId = staff.role === 'confirmer' ? null : staff.officeId;
    const district = (staff.district ?? districtOf(staff.officeId)) as DivisionCode;
    refuseOtherStandard(district, standardFrom, dayInShanghai(tx.clock()));
    const [row] = await tx.db
      .insert(standardRuns)
      .values({
        id: standardRunId,
        district,
        officeId,
        standardFrom,
        startedBy: staff.staffId,
        startedAt: now(tx),
        policyVersion: POLICY_VERSION,
      })
      .onConflictDoNothing()
      .returning();
    if (!row) throw new ServiceProblem('state-changed');
    await record(tx, {
      actor: { kind: 'staff', id: staff.staffId },
      action: 'standard-run-started',
      object: ['standard-run', standardRunId],
      officeId: staff.officeId,
      result: standardFrom,
    });
    return { view: await standardRunView(tx, row), fresh: true };
  });
}

const isOwn = (staff: Staff, run: { readonly officeId: string | null; readonly district: string }): boolean =>
  run.officeId === null ? staff.district === run.district : staff.officeId === run.officeId;

/** Only what the policy package has, and what is in force: an amount that nobody found is not worked with. */
function refuseOtherStandard(district: DivisionCode, from: CivilDate, today: CivilDate): void {
  const inForce = standardInForce(district, today);
  if (inForce?.from === from) return;
  const sentence = inForce ? `现在的标准是 ${inForce.from} 起的；别的没有查到，或者还没到日子。` : '这里的标准还没有查到，不能算。';
  throw new ServiceProblem('form-invalid', { fields: [{ path: 'standardFrom', sentence }] });
}
