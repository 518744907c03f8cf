import { and, eq, isNull, or } from 'drizzle-orm';
import { staffAccounts } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import type { Complaint } from './complain.ts';

export interface KeptFrom {
  readonly staffIds: string[];
  /** Nobody of the township's own work would be left to look into it. */
  readonly wholeOffice: boolean;
}

/**
 * Who of the staff neither sees it nor takes it, wherever they work later: whomever its words name, in the township or at the district's
 * bureau; and of what is said of a township's handling or its people, everybody who works there today (JLP53-7-1b, MCA57-37).
 */
export async function keptFrom(tx: Context, officeId: string, { about, whom = '', words }: Complaint): Promise<KeptFrom> {
  const people = await tx.db
    .select({ id: staffAccounts.id, name: staffAccounts.name, role: staffAccounts.role, officeId: staffAccounts.officeId })
    .from(staffAccounts)
    .where(
      and(or(eq(staffAccounts.officeId, officeId), eq(staffAccounts.district, officeId.slice(0, 6))), isNull(staffAccounts.disabledAt)),
    );
  const said = `${whom}\n${words}`.replace(/\s/g, '');
  const named = people.filter(({ name }) => said.includes(name));
  const works = people.filter((one) => one.officeId === officeId && (one.role === 'handler' || one.role === 'supervisor'));
  const kept = about === 'household' ? named : [...people.filter((one) => one.role !== 'confirmer'), ...named];
  return {
    staffIds: [...new Set(kept.map(({ id }) => id))].sort(),
    wholeOffice: works.length > 0 && works.every((one) => named.includes(one)),
  };
}
