import { and, eq, inArray, isNotNull, or, type SQL } from 'drizzle-orm';
import { certificates } from '../../db/schema.ts';
import { casesOfResident } from '../case-file/case-file-of.ts';
import type { Context } from '../context.ts';
import { accountsOfPerson } from '../identity/accounts-of-person.ts';
import type { Resident } from '../session/authenticate.ts';

/** Certificates of this person: made by an account of theirs, or, once verified, printed for them at a counter. */
export async function certificatesOf(ctx: Context, who: Resident): Promise<SQL> {
  const [accounts, mine] = await Promise.all([accountsOfPerson(ctx, who), casesOfResident(ctx, who)]);
  const printed = mine.map(({ opened, me }) =>
    and(isNotNull(certificates.givenBy), eq(certificates.caseId, opened.row.id), eq(certificates.memberId, me)),
  );
  return or(inArray(certificates.accountId, accounts), ...printed) as SQL;
}
