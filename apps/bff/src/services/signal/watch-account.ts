import { and, countDistinct, eq, gte, sql } from 'drizzle-orm';
import { authentications } from '../../db/authentication.ts';
import { isAssistant } from '../authentication/assistant.ts';
import type { Context } from '../context.ts';
import { raiseSignal } from './raise.ts';

/** More people than a family has, from one phone in a day; an assistant or a counter sees many. Ours, to be tuned. */
const PEOPLE_A_DAY = { resident: 5, assistant: 60 } as const;
/** So many different people within a minute are hardly in front of one phone. */
const PEOPLE_A_MINUTE = { resident: 3, assistant: 6 } as const;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 3_600_000;

/** After a record by an account: whether this phone helped so many that somebody should look. Never blocks. */
export async function watchAccount(tx: Context, accountId: string, { officeId, name }: { officeId: string; name: string }): Promise<void> {
  const kind = (await isAssistant(tx, accountId)) ? 'assistant' : 'resident';
  const at = tx.clock();
  const t = authentications;
  const [row] = await tx.db
    .select({
      day: countDistinct(t.personHash),
      minute: sql<number>`count(distinct ${t.personHash}) filter (where ${gte(t.at, new Date(at - MINUTE_MS))})`.mapWith(Number),
    })
    .from(t)
    .where(and(eq(t.actorKind, 'account'), eq(t.actorId, accountId), gte(t.at, new Date(at - DAY_MS))));
  const { day = 0, minute = 0 } = row ?? {};
  const about = { officeId, name, subject: accountId, accountId };
  if (day > PEOPLE_A_DAY[kind]) await raiseSignal(tx, { ...about, kind: 'one-phone-many-people', count: day });
  if (minute > PEOPLE_A_MINUTE[kind]) await raiseSignal(tx, { ...about, kind: 'many-in-a-minute', count: minute });
}
