import type { RelayBoard } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { applications, relayAsks } from '../../db/schema.ts';
import { cited } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { accountsOfPerson } from '../identity/accounts-of-person.ts';
import type { Resident } from '../session/authenticate.ts';
import { askViews } from './view.ts';

/** Who has agreed and who has not. The day of the application is fixed once it was sent, whoever is still to sign. */
export async function relayBoard(ctx: Context, who: Resident, applicationId: string): Promise<RelayBoard> {
  const own = await accountsOfPerson(ctx, who);
  const [[sent], rows] = await Promise.all([
    ctx.db
      .select({ receivedOn: applications.receivedOn })
      .from(applications)
      .where(and(eq(applications.id, applicationId), inArray(applications.accountId, own))),
    ctx.db
      .select()
      .from(relayAsks)
      .where(and(eq(relayAsks.applicationId, applicationId), inArray(relayAsks.accountId, own)))
      .orderBy(asc(relayAsks.madeAt), asc(relayAsks.id)),
  ]);
  return {
    ...(sent && { receivedOn: sent.receivedOn as CivilDate }),
    date: cited(sent ? '申请日期已经定了。没签完也照样往下办。' : '现在就能交，交的那天就是申请日期，不用等大家签完。', [
      'YM239-1-1b',
      'SAL2026-40',
    ]),
    asks: await askViews(ctx, rows),
  };
}
