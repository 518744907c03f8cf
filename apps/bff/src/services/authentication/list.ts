import type { AuthenticationView } from '@assist/contracts';
import { and, desc, eq, inArray, or, type SQL } from 'drizzle-orm';
import { authentications } from '../../db/authentication.ts';
import { casesOfResident } from '../case-file/case-file-of.ts';
import type { Context } from '../context.ts';
import { accountsOfPerson } from '../identity/accounts-of-person.ts';
import type { Resident } from '../session/authenticate.ts';
import { authenticationView } from './view.ts';

const MOST = 100;

/** 哪次见过面: what this account did for anybody, and what is on record of its own verified person and household. Newest first. */
export async function listAuthentications(ctx: Context, who: Resident): Promise<AuthenticationView[]> {
  const t = authentications;
  const [mine, cases] = await Promise.all([accountsOfPerson(ctx, who), casesOfResident(ctx, who)]);
  const { identity, numberHash } = who.account;
  const caseIds = cases.map(({ opened }) => opened.row.id);
  const known: SQL[] = [
    ...(identity === 'verified' && numberHash ? [eq(t.personHash, numberHash)] : []),
    ...(caseIds.length > 0 ? [inArray(t.caseId, caseIds)] : []),
  ];
  const rows = await ctx.db
    .select()
    .from(t)
    .where(or(and(eq(t.actorKind, 'account'), inArray(t.actorId, mine)), ...known))
    .orderBy(desc(t.at), desc(t.id))
    .limit(MOST);
  const mayKnow = (row: (typeof rows)[number]) =>
    (row.caseId !== null && caseIds.includes(row.caseId)) || (identity === 'verified' && numberHash?.equals(row.personHash) === true);
  return Promise.all(rows.map((row) => authenticationView(ctx, row, mayKnow(row))));
}
