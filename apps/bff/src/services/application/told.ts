import type { ApplicationView } from '@assist/contracts';
import { and, arrayContains, eq, gt, sql } from 'drizzle-orm';
import { madeOnce } from '../../db/made-once.ts';
import { helperGrants, subscribeCredits } from '../../db/schema.ts';
import { accountOf, phoneOf } from '../account/account.ts';
import { noTextMessages } from '../channel/ports.ts';
import type { Context } from '../context.ts';
import { helperNameOf, stateOf } from '../proxy/row.ts';

const toldToo = madeOnce((db) =>
  db
    .select()
    .from(helperGrants)
    .where(and(eq(helperGrants.personAccountId, sql.placeholder('account')), arrayContains(helperGrants.verbs, ['notices'])))
    .prepare('told-too'),
);

/**
 * Who is told what happens to an account's applications, and how, as it stands now: WeChat where a message of it was allowed, a text message
 * where there is a phone and a provider; helpers who may have the notices are told that there is one, and read it in their own list.
 */
export async function toldOf(ctx: Context, accountId: string): Promise<NonNullable<ApplicationView['told']>> {
  const template = ctx.wechatTemplates.progress;
  const [account, [allowed], grants] = await Promise.all([
    accountOf(ctx, accountId),
    template
      ? ctx.db
          .select({ remaining: subscribeCredits.remaining })
          .from(subscribeCredits)
          .where(
            and(eq(subscribeCredits.accountId, accountId), eq(subscribeCredits.templateId, template), gt(subscribeCredits.remaining, 0)),
          )
      : [],
    toldToo(ctx.db).execute({ account: accountId }),
  ]);
  const texts = ctx.texts !== noTextMessages && phoneOf(ctx, account) !== undefined;
  return [
    { ways: ['inbox', ...(allowed ? (['wechat'] as const) : []), ...(texts ? (['text'] as const) : [])] },
    ...grants
      .filter((grant) => stateOf(ctx, grant) === 'active')
      .map((grant) => ({ helper: helperNameOf(ctx, grant), ways: ['inbox' as const] })),
  ];
}
