import type { staffApi } from '@assist/contracts';
import { ServiceProblem } from '../services/problem.ts';
import { isDecision } from '../services/procedure/deciding.ts';
import type { Staff } from '../services/staff/who.ts';

type Body = Readonly<Record<string, unknown>> | undefined;
const always = () => true;

/** Acts that two factors are asked for, shown a short while ago: what is decided, what leaves the house, what comes into the register. */
const ASK: Partial<Record<keyof typeof staffApi, (body: Body) => boolean>> = {
  // Deciding: about a household, for it or against it; a list of payments.
  recordEvent: (body) => isDecision(body?.kind),
  stepStandardRun: (body) => body?.step === 'confirmed',
  releasePayments: always,
  // Exporting.
  exportPayments: always,
  paymentFile: always,
  reportFile: always,
  taperFile: always,
  askArchive: always,
  archivePart: always,
  // Importing.
  confirmImport: always,
  importPaymentReturn: always,
};
export const ASKED_FOR = Object.keys(ASK) as (keyof typeof staffApi)[];

/** @throws ServiceProblem `second-factor-needed` */
export function requireSecondFactor(endpointId: string, body: unknown, who: Staff, now: number): void {
  if (!ASK[endpointId as keyof typeof staffApi]?.(body as Body)) return;
  if (who.secondFactorUntil === undefined || who.secondFactorUntil <= now) throw new ServiceProblem('second-factor-needed');
}
