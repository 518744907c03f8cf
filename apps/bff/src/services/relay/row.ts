import type { ApplicationForm, ConfirmReason } from '@assist/contracts';
import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { normaliseCode } from '../../crypto/codes.ts';
import { applications, relayAsks, relayLinks, relaySignatures, submissions } from '../../db/schema.ts';
import { numberHash } from '../account/account.ts';
import { formPlace } from '../application/sealed-places.ts';
import type { Context } from '../context.ts';
import { accountsBeside, accountsOfPerson } from '../identity/accounts-of-person.ts';
import { ServiceProblem } from '../problem.ts';
import type { Resident } from '../session/authenticate.ts';

export type AskRow = typeof relayAsks.$inferSelect;
export type SignatureRow = typeof relaySignatures.$inferSelect;

/** What is sealed in an ask. Whoever is asked about stands in it as the applicant wrote them. */
export interface AskAbout {
  readonly name: string;
  readonly guardian?: string | undefined;
  readonly phone?: string | undefined;
  readonly applicant: string;
  /** Why not, in the words of who said it. */
  readonly note?: string | undefined;
}
/** What is sealed in a signature: lines written by hand, or who saw it. */
export interface SignatureDetail {
  readonly strokes?: readonly (readonly number[])[] | undefined;
  readonly witnesses?: readonly string[] | undefined;
  readonly guardian?: string | undefined;
  readonly note?: string | undefined;
}

export const askPlace = (id: string): string => `relay-ask:${id}`;
export const signaturePlace = (id: string): string => `relay-signature:${id}`;
export const aboutOfAsk = (ctx: Context, row: AskRow): AskAbout => ctx.cipher.openJson<AskAbout>(askPlace(row.id), row.aboutSealed);

/** A code on paper is typed; the text of a card is not, and both are kept as the same keyed hash. */
export const linkHash = (ctx: Context, token: string): Buffer =>
  ctx.hash.find('relay-link', token.length > 20 ? token : normaliseCode(token));
export const digitsHash = (ctx: Context, askId: string, lastSix: string): Buffer => ctx.hash.find('relay-digits', `${askId}:${lastSix}`);
export const phoneHash = (ctx: Context, phoneId: string): Buffer => ctx.hash.find('relay-phone', phoneId);

/** All asks of one application, held until the transaction ends: who signs at the same moment is looked at one after the other. */
export const lockAsks = (tx: Context, applicationId: string): Promise<AskRow[]> =>
  tx.db.select().from(relayAsks).where(eq(relayAsks.applicationId, applicationId)).orderBy(relayAsks.id).for('update');

/** An ask of one's own application. @throws ServiceProblem `not-found`, also for somebody else's */
export async function ownAsk(tx: Context, who: Resident, askId: string): Promise<AskRow> {
  const [row] = await tx.db
    .select()
    .from(relayAsks)
    .where(and(eq(relayAsks.id, askId), inArray(relayAsks.accountId, await accountsOfPerson(tx, who))))
    .for('update');
  if (!row) throw new ServiceProblem('not-found');
  return row;
}

/** The application of an ask, once it was sent by the same person, from whichever of their accounts. */
export async function sentApplication(ctx: Context, ask: Pick<AskRow, 'applicationId' | 'accountId'>) {
  const [row] = await ctx.db.select().from(applications).where(eq(applications.id, ask.applicationId));
  return row && (await accountsBeside(ctx, row.accountId)).includes(ask.accountId) ? row : undefined;
}

/**
 * Of some asks those that belong to an application as it was sent: by the same person, about somebody who is in it, and about no other
 * number than stands there. Who was taken out of the form again, or whose place somebody else has now, is no part of it.
 */
export async function asksOfSent(tx: Context, applicationId: string, asks: readonly AskRow[]) {
  const [sent] = await tx.db
    .select({ application: applications, form: submissions.formSealed })
    .from(applications)
    .innerJoin(submissions, eq(submissions.applicationId, applications.id))
    .where(eq(applications.id, applicationId));
  if (!sent) return undefined;
  const { application } = sent;
  const own = await accountsBeside(tx, application.accountId);
  const { members, supporters = [] } = tx.cipher.openJson<ApplicationForm>(formPlace(applicationId), sent.form);
  const belongs = (ask: AskRow) => {
    const member = members.find((one) => one.id === ask.memberId);
    const inForm = member !== undefined || supporters.some((one) => one.id === ask.memberId);
    if (!inForm || !own.includes(ask.accountId)) return false;
    const written = member?.paper ? numberHash(tx, member.paper) : null;
    return !written || !ask.numberHash || written.equals(ask.numberHash);
  };
  return { application, asks: asks.filter(belongs) };
}

export async function endLinks(tx: Context, askId: string, at: Date): Promise<void> {
  await tx.db
    .update(relayLinks)
    .set({ endedAt: at })
    .where(and(eq(relayLinks.askId, askId), isNull(relayLinks.endedAt)));
}

/** The signature of each ask that stands; the last one that stood where none does. */
export async function latestSignatures(ctx: Context, askIds: readonly string[]): Promise<Map<string, SignatureRow>> {
  if (askIds.length === 0) return new Map();
  const rows = await ctx.db
    .select()
    .from(relaySignatures)
    .where(inArray(relaySignatures.askId, [...askIds]))
    .orderBy(sql`${relaySignatures.endedAt} desc nulls first`, desc(relaySignatures.signedAt));
  return new Map(rows.reverse().map((row) => [row.askId, row]));
}

export const CONFIRM_WORDS: Readonly<Record<ConfirmReason, string>> = {
  'same-account': '家里别人也用过这个微信',
  'same-phone': '家里别人也用过这部手机',
  helper: '是帮忙的人点的',
};
