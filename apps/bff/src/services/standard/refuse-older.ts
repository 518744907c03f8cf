import type { RecordedEvent } from '@assist/contracts';
import { type CivilDate, type DivisionCode, dateText, yuanText } from '@assist/policy';
import { type GroundId, PERSON_GROUNDS, standardSince } from '@assist/policy-chongqing';
import { assumptionCitation, citations } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import { type RunRow, recordOf, type StoredEvent } from '../procedure/record.ts';

/**
 * Steps that an older opinion does not pass, by procedure. What was granted before the new standard takes effect: a decision goes by the
 * standard of its day, and the run over all cases brings the rest. What would lower is looked at again even then.
 */
const DECIDES: Readonly<Record<string, readonly RecordedEvent['kind'][]>> = {
  application: ['confirmed'],
  raise: ['confirmed'],
  cut: ['confirmed', 'takes-effect'],
  stop: ['confirmed', 'takes-effect'],
};

/**
 * An opinion from before a new standard decides nothing after it: it has to be worked out and given anew. No document found says which day's
 * standard holds for what is under way, so nobody is given an older, lower one by default.
 * @throws ServiceProblem `step-missing`, with the paper of the newer standard
 */
export async function refuseOlderStandard(tx: Context, run: RunRow, event: RecordedEvent, on: CivilDate): Promise<void> {
  if (!DECIDES[run.procedure]?.includes(event.kind)) return;
  const record = await recordOf(tx, run.id);
  const opinion = record.findLast((one) => one.event.kind === 'opinion');
  if (!opinion || !restsOnStandard(run, record, opinion)) return;
  const newer = standardSince(run.district as DivisionCode, opinion.row.happenedOn as CivilDate, on);
  if (!newer) return;
  const words = `意见是${dateText(opinion.row.happenedOn as CivilDate)}按当时的标准提的；${dateText(newer.from)}起标准变了（每人每月城 ${yuanText(newer.urban)}、农 ${yuanText(newer.rural)}）。请重新算、重新提意见，再往下走`;
  const sources = [...citations(newer.sources), assumptionCitation('standard-of-the-decision-day')].map((one) => one.label);
  throw new ServiceProblem('step-missing', { fields: [{ path: event.kind, sentence: [words, ...sources].join('｜') }] });
}

/** An amount of the allowance, or an end because of income; not an end because somebody died or is away. */
function restsOnStandard({ procedure }: RunRow, record: readonly StoredEvent[], { event }: StoredEvent): boolean {
  if (procedure === 'cut' || procedure === 'stop') {
    const ground = record.findLast((one) => one.event.kind === 'ground-named')?.event.ground as GroundId | undefined;
    if (ground && PERSON_GROUNDS.includes(ground) && procedure === 'stop') return false;
    return true;
  }
  return event.proposal?.benefits.some((one) => one.kind === 'subsistence') ?? false;
}
