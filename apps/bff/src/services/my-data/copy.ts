import { type ApplicationForm, BLACK_OUT_REASON_NAMES, type MyDataCopy, STATEMENTS } from '@assist/contracts';
import { and, eq, inArray } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { complaints, drafts, itemNotes, offices, relayAsks, submissions } from '../../db/schema.ts';
import { consentsOf, isStatementId } from '../account/account.ts';
import { maskedNumber, maskedPhone } from '../account/mask.ts';
import { readAccount } from '../account/view.ts';
import { formPlace } from '../application/sealed-places.ts';
import { listApplications } from '../application/view.ts';
import { record } from '../audit/record.ts';
import { listChanges } from '../change/view.ts';
import { listGivenConsents } from '../consent-act/list.ts';
import { type Context, now } from '../context.ts';
import { listDecisions } from '../decision/read.ts';
import { draftPlace, isThere } from '../draft/row.ts';
import { readFamily } from '../family/read.ts';
import { inTransaction } from '../in-transaction.ts';
import { listHelping } from '../proxy/helping.ts';
import { listHelpers } from '../proxy/view.ts';
import { listRelaySignatures } from '../relay/own.ts';
import { askViews } from '../relay/view.ts';
import { listDoors } from '../round/household-side.ts';
import type { Resident } from '../session/authenticate.ts';
import { ownUrgentCalls } from '../urgent/claim.ts';
import { ownThings } from './own-things.ts';
import { readsOf } from './reads.ts';

type Anything = Record<string, unknown>;
const plain = (value: unknown): Anything => JSON.parse(JSON.stringify(value)) as Anything;

/** Papers and phones are masked as everywhere else: a copy travels further than a page. */
function masked(form: Anything): Anything {
  const members = Array.isArray(form.members) ? (form.members as Partial<ApplicationForm['members'][number]>[]) : [];
  return {
    ...form,
    members: members.map(({ paper, phone, ...rest }) => ({
      ...rest,
      ...(paper && paper.kind !== 'none-yet' && { maskedNumber: maskedNumber(paper.number) }),
      ...(phone && { maskedPhone: maskedPhone(phone) }),
    })),
  };
}

async function asksOf(tx: Context, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return askViews(
    tx,
    await tx.db
      .select()
      .from(relayAsks)
      .where(inArray(relayAsks.id, [...ids])),
  );
}

/** When, about what and how far; the words to look back with open the rest. */
async function complaintsOf(tx: Context, ids: readonly string[]): Promise<Anything[]> {
  if (ids.length === 0) return [];
  const { number, about, at, state } = complaints;
  const rows = await tx.db
    .select({ number, about, at, state })
    .from(complaints)
    .where(inArray(complaints.id, [...ids]));
  return rows.map((row) => ({ ...row, at: instantText(row.at) }));
}

/** That there is one, of which day and where, whether it was put right; its words may name others, and are looked at together with the township. */
async function notesOf(tx: Context, ids: readonly string[]): Promise<Anything[]> {
  if (ids.length === 0) return [];
  const rows = await tx.db
    .select({
      on: itemNotes.onDay,
      kind: itemNotes.kind,
      office: offices.name,
      correctedAt: itemNotes.correctedAt,
      blackedOutAt: itemNotes.blackedOutAt,
      why: itemNotes.blackedOutWhy,
    })
    .from(itemNotes)
    .innerJoin(offices, eq(offices.id, itemNotes.officeId))
    .where(inArray(itemNotes.id, [...ids]))
    .orderBy(itemNotes.onDay);
  return rows.map(({ correctedAt, blackedOutAt, why, ...note }) => ({
    ...note,
    ...(correctedAt && { correctedAt: instantText(correctedAt) }),
    ...(blackedOutAt && why && { blackedOut: { at: instantText(blackedOutAt), why: BLACK_OUT_REASON_NAMES[why] } }),
  }));
}

/** Everything of this person in one piece, to take along. It is on record that it was taken. */
export function myDataCopy(ctx: Context, who: Resident): Promise<MyDataCopy> {
  return inTransaction(ctx, async (tx) => {
    const own = await ownThings(tx, who);
    const [asks, signedInName, helpers, helping, visits, urgent, account, sent, told, family, decisions, once, reads, open, forms, given] =
      await Promise.all([
        asksOf(tx, own.relays),
        listRelaySignatures(tx, who),
        listHelpers(tx, who),
        listHelping(tx, who),
        listDoors(tx, who),
        ownUrgentCalls(tx, who),
        readAccount(tx, who),
        listApplications(tx, who),
        listChanges(tx, who),
        readFamily(tx, who),
        listDecisions(tx, who),
        listGivenConsents(tx, who),
        readsOf(tx, own),
        tx.db
          .select()
          .from(drafts)
          .where(and(eq(drafts.accountId, who.accountId), isThere(tx))),
        own.applications.length
          ? tx.db
              .select({ id: submissions.applicationId, sealed: submissions.formSealed })
              .from(submissions)
              .where(inArray(submissions.applicationId, [...own.applications]))
          : [],
        consentsOf(tx, who.accountId),
      ]);
    await record(tx, { actor: { kind: 'account', id: who.accountId }, action: 'data-copied', object: ['account', who.accountId] });
    const formOf = new Map(forms.map((row) => [row.id, masked(tx.cipher.openJson<Anything>(formPlace(row.id), row.sealed))]));
    return {
      madeAt: instantText(now(tx)),
      account: plain(account),
      consents: [
        ...given.flatMap(({ statement, givenAt }) =>
          isStatementId(statement) ? [{ statement, title: STATEMENTS[statement].title, at: instantText(givenAt) }] : [],
        ),
        ...once.flatMap(({ statement, at, withdrawnAt }) =>
          isStatementId(statement) ? [{ statement, title: STATEMENTS[statement].title, at, ...(withdrawnAt && { withdrawnAt }) }] : [],
        ),
      ],
      drafts: open.map((row) => ({
        savedAt: instantText(row.savedAt),
        form: masked(tx.cipher.openJson<Anything>(draftPlace(row.id), row.formSealed)),
      })),
      applications: sent.map((one) => ({ ...plain(one), form: formOf.get(one.receipt.applicationId) ?? {} })),
      changes: told.map(plain),
      family: family.cases.map(plain),
      decisions: decisions.map(plain),
      relays: [...asks, ...signedInName].map(plain),
      helpers: [...helpers, ...helping].map(plain),
      doors: visits.map(plain),
      urgent: urgent.map(plain),
      complaints: await complaintsOf(tx, own.complaints),
      notes: await notesOf(tx, own.notes),
      reads,
    };
  });
}
