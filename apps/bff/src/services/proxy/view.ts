import type { HelperGrant, KnownHere } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { and, desc, inArray, ne, or } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { helperActs, helperGrants } from '../../db/schema.ts';
import { cited } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { accountsOfPerson } from '../identity/accounts-of-person.ts';
import type { Resident } from '../session/authenticate.ts';
import { actWords } from './note-act.ts';
import { type ActRow, type GrantRow, helperNameOf, stateOf } from './row.ts';

const MOST_ACTS = 200;
const SENTENCES: Readonly<Record<KnownHere<HelperGrant['state']>, string>> = {
  invited: '等他接下。不能动银行卡和电话。',
  active: '每做一步都会告诉您。不能动银行卡和电话。',
  frozen: '停下了，镇街会来问您。',
  stopped: '停掉了。填好的都在您这里。',
  over: '到期了。填好的都在您这里。',
};

/** 帮我办的人, newest first, with what each of them did. */
export async function listHelpers(ctx: Context, who: Resident): Promise<HelperGrant[]> {
  const rows = await ctx.db
    .select()
    .from(helperGrants)
    .where(inArray(helperGrants.personAccountId, await accountsOfPerson(ctx, who)))
    .orderBy(desc(helperGrants.madeAt), desc(helperGrants.id));
  if (rows.length === 0) return [];
  const acts = await ctx.db
    .select()
    .from(helperActs)
    .where(
      and(
        inArray(
          helperActs.grantId,
          rows.map((row) => row.id),
        ),
        // Who filled it in was carried beside the application for the clerk (`relay/after-sent`): the person was told of it with the draft.
        or(ne(helperActs.aboutKind, 'application'), ne(helperActs.verb, 'fill')),
      ),
    )
    .orderBy(desc(helperActs.id))
    .limit(MOST_ACTS);
  return rows.map((row) => grantView(ctx, row, acts));
}

export function grantView(ctx: Context, row: GrantRow, acts: readonly ActRow[]): HelperGrant {
  const state = stateOf(ctx, row);
  return {
    grantId: row.id,
    name: helperNameOf(ctx, row),
    kind: row.kind,
    verbs: [...row.verbs],
    from: row.fromDay as CivilDate,
    until: row.untilDay as CivilDate,
    state,
    acts: acts
      .filter((act) => act.grantId === row.id)
      .map((act) => ({
        actId: String(act.id),
        at: instantText(act.at),
        words: actWords(act.aboutKind),
        verb: act.verb,
        notAgreed: act.notAgreedAt !== null,
      })),
    sentence: cited(SENTENCES[state], ['YMF12-5a']),
  };
}
