import { type ApplicationForm, type Paper, RELAY_STATEMENTS, type RelayAsk } from '@assist/contracts';
import { and, eq, inArray } from 'drizzle-orm';
import { applications, relayAsks, relaySignatures, submissions } from '../../db/schema.ts';
import { nameOf, numberHash } from '../account/account.ts';
import { formPlace } from '../application/sealed-places.ts';
import { record } from '../audit/record.ts';
import { requireNotice } from '../consent/require-notice.ts';
import { type Context, now } from '../context.ts';
import { storedDraft } from '../draft/read.ts';
import { accountsOfPerson } from '../identity/accounts-of-person.ts';
import { inTransaction } from '../in-transaction.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';
import { type AskAbout, type AskRow, aboutOfAsk, askPlace, digitsHash, endLinks, phoneHash } from './row.ts';
import { askViewOf } from './view.ts';

export interface ToAsk {
  readonly applicationId: string;
  readonly memberId: string;
  readonly name: string;
  readonly lastSix?: string | undefined;
  readonly paper?: Paper | undefined;
  /** Where the number lies, if the phone does not hold it any more. */
  readonly draftId?: string | undefined;
  readonly phone?: string | undefined;
  readonly guardian?: string | undefined;
  readonly phoneId: string;
}

const APPLICANT = 'm1';
/** More adults than any household has. */
const MOST_ASKS = 200;
const SIGNED: readonly AskRow['state'][] = ['signed', 'to-confirm'];

/** What an adult stands to on their own. */
export const STATEMENTS_OF_EACH = RELAY_STATEMENTS;

/**
 * Asks one adult of an application, before or after it was sent. Again for the same person, from another phone too, is the same ask with
 * what is known now; one that is signed stays as it is. Another number before it was sent is another person in the same place of the form:
 * what somebody else signed there counts no more.
 * @throws ServiceProblem `form-invalid`, `not-found` (somebody else's application), `too-many-requests`, `signature-missing` (the notice)
 */
export async function askRelay(ctx: Context, who: Resident, askId: string, asked: ToAsk): Promise<RelayAsk> {
  if (asked.memberId === APPLICANT) throw invalid('memberId', '您自己的在“同意和签名”里点');
  const paper = asked.paper ?? (await paperAtServer(ctx, who, asked));
  const written = paper && paper.kind !== 'none-yet' ? paper.number.replace(/\s/g, '').toUpperCase().slice(-6) : undefined;
  // A guardian's own six open the guardian's link.
  if (!asked.guardian && written && asked.lastSix && written !== asked.lastSix)
    throw invalid('lastSix', '和证件号的最后六位不一样，请再看一下');
  await requireNotice(ctx, who.accountId);
  return inTransaction(ctx, async (tx) => {
    const sent = await refuseOthers(tx, who, asked.applicationId);
    const [before] = await tx.db
      .select()
      .from(relayAsks)
      .where(and(eq(relayAsks.applicationId, asked.applicationId), eq(relayAsks.memberId, asked.memberId)))
      .for('update');
    if (before && !(await accountsOfPerson(tx, who)).includes(before.accountId)) throw new ServiceProblem('not-found');
    const hash = paper ? numberHash(tx, paper) : null;
    const another = !sent && before?.numberHash && hash && !before.numberHash.equals(hash);
    if (before && SIGNED.includes(before.state) && !another) return askViewOf(tx, before);
    const id = before?.id ?? askId;
    if (another) await endOfOther(tx, id);
    const six = asked.lastSix ?? (asked.guardian ? undefined : written);
    const about: AskAbout = {
      ...(before && { note: aboutOfAsk(tx, before).note }),
      name: asked.name,
      guardian: asked.guardian,
      phone: asked.phone,
      applicant: nameOf(tx, who.account) ?? '',
    };
    const values = {
      aboutSealed: tx.cipher.sealJson(askPlace(id), about),
      numberHash: hash ?? (paper ? null : (before?.numberHash ?? null)),
      digitsHash: six ? digitsHash(tx, id, six) : (before?.digitsHash ?? null),
      signer: asked.guardian ? ('guardian' as const) : ('self' as const),
      deviceHash: phoneHash(tx, asked.phoneId),
    };
    if (before) {
      const [row] = await tx.db
        .update(relayAsks)
        .set({ ...values, ...(another && { state: 'waiting' as const, stateAt: now(tx) }) })
        .where(eq(relayAsks.id, id))
        .returning();
      return askViewOf(tx, row as AskRow);
    }
    const others = await tx.db.select({ id: relayAsks.id }).from(relayAsks).where(eq(relayAsks.applicationId, asked.applicationId));
    if (others.length >= MOST_ASKS) throw new ServiceProblem('too-many-requests');
    const at = now(tx);
    const { applicationId, memberId } = asked;
    const [made] = await tx.db
      .insert(relayAsks)
      .values({ id, applicationId, memberId, accountId: who.accountId, ...values, state: 'waiting', stateAt: at, madeAt: at })
      .onConflictDoNothing()
      .returning();
    // Two phones at once, or an id that is taken: the person looks again.
    if (!made) throw new ServiceProblem('conflict');
    await record(tx, { actor: { kind: 'account', id: who.accountId }, action: 'relay-asked', object: ['relay-ask', id] });
    return askViewOf(tx, made);
  });
}

/** The number as it lies with the draft, or with what was sent. */
async function paperAtServer(ctx: Context, who: Resident, { applicationId, draftId, memberId }: ToAsk): Promise<Paper | undefined> {
  if (draftId === undefined) return undefined;
  const form = (await storedDraft(ctx, who, draftId)) ?? (await sentForm(ctx, who, applicationId));
  return (form as Partial<ApplicationForm> | undefined)?.members?.find((one) => one.id === memberId)?.paper;
}

async function sentForm(ctx: Context, who: Resident, applicationId: string): Promise<ApplicationForm | undefined> {
  const [sent] = await ctx.db
    .select({ sealed: submissions.formSealed })
    .from(submissions)
    .where(and(eq(submissions.applicationId, applicationId), inArray(submissions.accountId, await accountsOfPerson(ctx, who))));
  return sent && ctx.cipher.openJson<ApplicationForm>(formPlace(applicationId), sent.sealed);
}

const invalid = (path: string, sentence: string) => new ServiceProblem('form-invalid', { fields: [{ path, sentence }] });

async function endOfOther(tx: Context, askId: string): Promise<void> {
  const at = now(tx);
  await endLinks(tx, askId, at);
  await tx.db
    .update(relaySignatures)
    .set({ state: 'withdrawn', endedAt: at })
    .where(and(eq(relaySignatures.askId, askId), inArray(relaySignatures.state, ['given', 'to-confirm'])));
}

/** @returns whether it was sent already */
async function refuseOthers(tx: Context, who: Resident, applicationId: string): Promise<boolean> {
  const [sent] = await tx.db.select({ accountId: applications.accountId }).from(applications).where(eq(applications.id, applicationId));
  if (sent && !(await accountsOfPerson(tx, who)).includes(sent.accountId)) throw new ServiceProblem('not-found');
  return sent !== undefined;
}
