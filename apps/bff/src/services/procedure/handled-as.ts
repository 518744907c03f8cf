import type { APPLIED_AS } from '@assist/contracts';
import type { CaseEvent } from '@assist/policy-chongqing';
import { procedure as procedureOf } from '@assist/policy-chongqing';
import type { RunRow } from './record.ts';

export type AppliedAs = (typeof APPLIED_AS)[number];

/** What each leaves on the application, whose own clock it is (migrations/0245-applications-handled-as.sql). */
export const HANDLED_AS = {
  application: null,
  'application/destitute': 'destitute',
  'application/rigid-expenditure': 'rigid-expenditure',
} as const satisfies Record<AppliedAs, string | null>;

/** An opinion is given by the rules of one of them, and a longer time is one of its own: from then on it is settled. */
const SETTLES: readonly CaseEvent['kind'][] = ['opinion', 'extended'];

/** By whose rules this application may be handled instead; none where it is no application, or settled. */
export function mayBeHandledAs(
  run: Pick<RunRow, 'procedure' | 'applicationId' | 'endedOn'>,
  record: readonly Pick<CaseEvent, 'kind'>[],
): { readonly procedure: AppliedAs; readonly title: string }[] {
  if (!run.applicationId || run.endedOn || !Object.hasOwn(HANDLED_AS, run.procedure)) return [];
  if (record.some((one) => SETTLES.includes(one.kind))) return [];
  return (Object.keys(HANDLED_AS) as AppliedAs[])
    .filter((id) => id !== run.procedure)
    .map((id) => ({ procedure: id, title: procedureOf(id)?.title ?? '' }));
}
