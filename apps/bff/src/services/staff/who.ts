import { doesTownshipWork, type StaffRole } from '@assist/contracts';
import type { staffAccounts } from '../../db/schema.ts';
import { ServiceProblem } from '../problem.ts';

/** Who is asking on the township's side. Every query of a verb carries `officeId`. */
export interface Staff {
  readonly staffId: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly officeId: string;
  /** Only of a confirmer: the district whose townships she confirms for, 6 digits. */
  readonly district?: string | undefined;
  /** Townships that became part of this one: their rows are handled here. */
  readonly handles?: readonly string[] | undefined;
  /** Only of an assistant: the villages whose people she sees. */
  readonly villages?: readonly string[] | undefined;
  /** Whether she declared relatives: what is about them is kept from her. */
  readonly related?: boolean | undefined;
  /** Until when (milliseconds since 1970) two factors that were shown count for acts that ask for them. */
  readonly secondFactorUntil?: number | undefined;
  /** Hash of this session, to end it. */
  readonly session: Buffer;
}

/** What of her account says who she is. */
export const staffOf = ({
  id,
  name,
  role,
  officeId,
  district,
  villages,
}: typeof staffAccounts.$inferSelect): Pick<Staff, 'staffId' | 'name' | 'role' | 'officeId' | 'district' | 'villages'> => ({
  staffId: id,
  name,
  role,
  officeId,
  ...(district && { district }),
  ...(role === 'assistant' && { villages }),
});

/** Whether this is somebody of a township's own work: a handler, or who answers for them. */
export const isHandler = (staff: Staff): boolean => doesTownshipWork(staff.role);

/** An auditor reads. @throws ServiceProblem `forbidden` */
export function requireHandler(staff: Staff): void {
  if (!isHandler(staff)) throw new ServiceProblem('forbidden');
}
