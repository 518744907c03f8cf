import type { Role } from '@assist/policy-chongqing';
import { and, eq, ne, type SQL } from 'drizzle-orm';
import { procedureRuns } from '../../db/schema.ts';
import { ServiceProblem } from '../problem.ts';
import type { Staff } from '../staff/who.ts';

const ROLES: Partial<Record<Staff['role'], Role>> = {
  handler: 'township',
  supervisor: 'township',
  confirmer: 'district',
  assistant: 'village',
};

/** As whom somebody acts in a procedure. An auditor does not. @throws ServiceProblem `forbidden` */
export function roleOf(staff: Staff): Role {
  const role = ROLES[staff.role];
  if (!role) throw new ServiceProblem('forbidden');
  return role;
}

/** What another province asked about somebody is the bureau's own; a township has no part in it. */
export const FOR_ELSEWHERE = 'check-for-elsewhere';

/** What somebody sees: their township's, or their district's. */
export const seenBy = (staff: Staff): SQL =>
  (staff.role === 'confirmer'
    ? eq(procedureRuns.district, staff.district ?? '')
    : and(eq(procedureRuns.officeId, staff.officeId), ne(procedureRuns.procedure, FOR_ELSEWHERE))) as SQL;

export const runSeenBy = (staff: Staff, runId: string): SQL => and(eq(procedureRuns.id, runId), seenBy(staff)) as SQL;
