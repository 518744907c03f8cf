import type { HelperVerb } from '@assist/contracts';
import { and, eq } from 'drizzle-orm';
import { accounts, helperGrants } from '../../db/schema.ts';
import type { AccountRow } from '../account/account.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { stateOf } from './row.ts';

/**
 * What each verb may call. Whatever is not named is nobody's to do for another: identity, phone, bank account, consents, messages read,
 * leaving. A new endpoint is closed to helpers until somebody names it here.
 */
const VERB_OF: Readonly<Record<string, HelperVerb>> = {
  drafts: 'fill',
  draft: 'fill',
  saveDraft: 'fill',
  uploadFile: 'fill',
  readFile: 'fill',
  relayBoard: 'fill',
  askRelay: 'fill',
  makeRelayLink: 'fill',
  submitApplication: 'send',
  answerCorrection: 'send',
  applications: 'results',
  application: 'results',
  decisions: 'results',
  decision: 'results',
  messages: 'notices',
};

/**
 * Somebody asks in the name of whom they help: what follows is done on the person's things, and who did it stays beside it. Who began for
 * somebody by writing a number sees what was begun there and nothing else, also after the person took it over: nobody but the person opens
 * what they have elsewhere.
 * @throws ServiceProblem `helper-not-allowed`: not given, not yet, past, stopped, or nothing a helper may do at all
 */
export async function actingFor(ctx: Context, helper: Resident, grantId: string, endpointId: string): Promise<Resident> {
  const verb = VERB_OF[endpointId];
  if (!verb || !/^[0-9a-f-]{36}$/.test(grantId)) throw new ServiceProblem('helper-not-allowed');
  const [found] = await ctx.db
    .select({ grant: helperGrants, account: accounts })
    .from(helperGrants)
    .innerJoin(accounts, eq(accounts.id, helperGrants.personAccountId))
    .where(and(eq(helperGrants.id, grantId), eq(helperGrants.helperAccountId, helper.accountId)));
  if (!found || stateOf(ctx, found.grant) !== 'active' || !found.grant.verbs.includes(verb)) throw new ServiceProblem('helper-not-allowed');
  const account: AccountRow = found.grant.begunBy === 'helper' ? { ...found.account, identity: 'claimed' } : found.account;
  return { accountId: account.id, account, helper: { accountId: helper.accountId, grantId } };
}
