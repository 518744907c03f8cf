import type { VisitView } from '@assist/contracts';
import { desc, eq, inArray, or, type SQL } from 'drizzle-orm';
import { visits } from '../../db/authentication.ts';
import { casesOfResident } from '../case-file/case-file-of.ts';
import type { Context } from '../context.ts';
import { accountsOfPerson } from '../identity/accounts-of-person.ts';
import type { Resident } from '../session/authenticate.ts';
import { visitView } from './view.ts';

const MOST = 50;

/** 约好的: what this account asked for, and what stands for its own verified person and household. */
export async function listVisits(ctx: Context, who: Resident): Promise<VisitView[]> {
  const [mine, cases] = await Promise.all([accountsOfPerson(ctx, who), casesOfResident(ctx, who)]);
  const { identity, numberHash } = who.account;
  const known: SQL[] = [
    ...(identity === 'verified' && numberHash ? [eq(visits.personHash, numberHash)] : []),
    ...(cases.length > 0
      ? [
          inArray(
            visits.caseId,
            cases.map(({ opened }) => opened.row.id),
          ),
        ]
      : []),
  ];
  const rows = await ctx.db
    .select()
    .from(visits)
    .where(or(inArray(visits.accountId, mine), ...known))
    .orderBy(desc(visits.askedAt), desc(visits.id))
    .limit(MOST);
  return Promise.all(rows.map((row) => visitView(ctx, row)));
}
