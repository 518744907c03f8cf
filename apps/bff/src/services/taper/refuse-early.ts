import type { RecordedEvent } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { eq } from 'drizzle-orm';
import { caseFiles } from '../../db/schema.ts';
import { citations } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import { type RunRow, recordOf } from '../procedure/record.ts';

const CLAUSES = ['YM239-1-3a', 'JLP53-6-5a', 'JLP53-6-5b', 'JLP53-6-5d'];
/** More income or property is what a taper is for; a death, a prison or a wish to leave is not touched by it. */
const TAPERED_GROUNDS = ['income-or-property-up', 'no-longer-qualifies', 'taper-ended'];

/**
 * Six months are six months: while they run, nothing becomes less for the income they are there for, neither as their conclusion nor by a
 * cut or a stop beside them. What concludes with as much or more may come at any time. @throws ServiceProblem `step-missing`
 */
export async function refuseEarlyEnd(tx: Context, run: RunRow, event: RecordedEvent, on: CivilDate): Promise<void> {
  if (!run.caseId || !(await wouldLower(tx, run, event))) return;
  const [file] = await tx.db.select({ until: caseFiles.taperUntil }).from(caseFiles).where(eq(caseFiles.id, run.caseId));
  const until = file?.until as CivilDate | null | undefined;
  if (!until || until < on) return;
  throw new ServiceProblem('step-missing', {
    fields: [
      {
        path: event.kind,
        sentence: [`渐退期到 ${until} 才满，这以前照原金额发`, ...citations(CLAUSES).map((one) => one.label)].join('｜'),
      },
    ],
  });
}

async function wouldLower(tx: Context, run: RunRow, event: RecordedEvent): Promise<boolean> {
  if (run.procedure === 'taper') return event.kind === 'concluded' && ['cut', 'stop'].includes(event.conclusion ?? '');
  if (run.procedure !== 'cut' && run.procedure !== 'stop') return false;
  if (event.ground) return TAPERED_GROUNDS.includes(event.ground);
  if (event.kind !== 'takes-effect') return false;
  const named = (await recordOf(tx, run.id)).findLast((one) => one.event.ground)?.event.ground;
  return named !== undefined && TAPERED_GROUNDS.includes(named);
}
