import type { CivilDate, Fen } from '@assist/policy';
import { and, eq, isNull } from 'drizzle-orm';
import { accounts, caseFiles, caseMembers, oneTimePayments, urgentCalls } from '../../db/schema.ts';
import type { Actor } from '../audit/record.ts';
import { addCaseEvent } from '../case-file/add-event.ts';
import { type Context, now } from '../context.ts';
import { tellAccount } from '../message/tell.ts';
import { officeOf } from '../place/offices.ts';
import { type RunRow, recordOf, runPersonPlace } from '../procedure/record.ts';
import type { ItemPerson } from '../queue/item-view.ts';

const GIVEN = { 'small-sum-first': ['small-sum-paid', 'small-sum'], temporary: ['paid', 'temporary'] } as const;
export const oncePlace = (id: string): string => `payment.once:${id}`;

export interface GivenOnce {
  readonly eventId: string;
  readonly event: { readonly kind: string; readonly amount?: number | undefined };
  readonly on: CivilDate;
  readonly actor: Actor;
}

/**
 * What a procedure gives once stands in the payments, in the file and in the inbox from the moment it is on record as given: by whom,
 * how much, to whom. A small sum is seen by another person afterwards; temporary assistance was, by who confirmed it.
 */
export async function giveOnce(tx: Context, run: RunRow, given: GivenOnce): Promise<void> {
  const { eventId, event, on, actor } = given;
  if (run.procedure === 'small-sum-first' && event.kind === 'small-sum-seen') return see(tx, run, actor);
  const [kind, as] = Object.hasOwn(GIVEN, run.procedure) ? GIVEN[run.procedure as keyof typeof GIVEN] : [];
  if (!as || kind !== event.kind || !event.amount || actor.kind !== 'staff') return;
  const whose = await whoseOf(tx, run);
  const seenBy = as === 'temporary' ? await otherPerson(tx, run, actor.id) : undefined;
  await tx.db.insert(oneTimePayments).values({
    id: eventId,
    runId: run.id,
    officeId: run.officeId,
    district: run.district,
    kind: as,
    amount: event.amount,
    givenOn: on,
    givenBy: actor.id,
    givenAt: now(tx),
    ...(seenBy && { seenBy, seenAt: now(tx) }),
    caseId: whose.caseId ?? null,
    number: run.number,
    payeeSealed: tx.cipher.sealJson(oncePlace(eventId), {
      name: tx.cipher.openJson<ItemPerson>(runPersonPlace(run.id), run.personSealed).name,
    }),
  });
  if (whose.caseId && whose.caseOffice)
    await addCaseEvent(tx, { caseId: whose.caseId, officeId: whose.caseOffice, kind: 'given-once', actor, subjectId: run.id });
  if (!whose.accountId) return;
  const { name: office } = await officeOf(tx, run.officeId);
  await tellAccount(tx, {
    accountId: whose.accountId,
    kind: 'given-once',
    params: { office, on, amount: event.amount as Fen, small: as === 'small-sum' },
    subject: { kind: 'decision', id: run.id },
    officeId: run.officeId,
    source: `given-once:${eventId}`,
  });
}

async function see(tx: Context, run: RunRow, actor: Actor): Promise<void> {
  if (actor.kind !== 'staff') return;
  await tx.db
    .update(oneTimePayments)
    .set({ seenBy: actor.id, seenAt: now(tx) })
    .where(and(eq(oneTimePayments.runId, run.id), isNull(oneTimePayments.seenBy)));
}

/** Who confirmed; where the same person gives it, who wrote the opinion, which is another one by the procedure. */
async function otherPerson(tx: Context, run: RunRow, giver: string): Promise<string | undefined> {
  const record = await recordOf(tx, run.id);
  const by = (kind: string) => record.findLast(({ row }) => row.kind === kind && row.actorKind === 'staff')?.row.actorId;
  return [by('confirmed'), by('opinion')].find((one) => one !== undefined && one !== giver);
}

interface Whose {
  readonly accountId?: string;
  readonly caseId?: string;
  readonly caseOffice?: string;
}

/** The account the call was claimed by, and the household its verified number belongs to. A number somebody typed opens nothing. */
async function whoseOf(tx: Context, { urgentCallId }: RunRow): Promise<Whose> {
  if (!urgentCallId) return {};
  const [account] = await tx.db
    .select({ id: accounts.id, identity: accounts.identity, numberHash: accounts.numberHash })
    .from(urgentCalls)
    .innerJoin(accounts, eq(accounts.id, urgentCalls.accountId))
    .where(eq(urgentCalls.id, urgentCallId));
  if (!account) return {};
  if (account.identity !== 'verified' || !account.numberHash) return { accountId: account.id };
  const [member] = await tx.db
    .select({ caseId: caseMembers.caseId, officeId: caseFiles.officeId })
    .from(caseMembers)
    .innerJoin(caseFiles, eq(caseFiles.id, caseMembers.caseId))
    .where(and(eq(caseMembers.numberHash, account.numberHash), isNull(caseMembers.leftOn), isNull(caseFiles.endedOn)))
    .orderBy(caseMembers.caseId)
    .limit(1);
  return { accountId: account.id, ...(member && { caseId: member.caseId, caseOffice: member.officeId }) };
}
