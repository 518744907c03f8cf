import { randomUUID } from 'node:crypto';
import type { Proposal } from '@assist/contracts';
import type { CivilDate, DivisionCode, Fen } from '@assist/policy';
import {
  type HeldBack,
  noticeOfOpinion,
  POSTED_BENEFITS,
  type Posted,
  type PostedBenefit,
  type PostedOpinion,
  publicationOfConfirmed,
} from '@assist/policy-chongqing';
import { and, eq, isNull } from 'drizzle-orm';
import { caseBenefits, caseFiles, postingHolds, postings } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { officeOf } from '../place/offices.ts';
import { type RunRow, recordOf, runPersonPlace } from '../procedure/record.ts';
import type { ItemPerson } from '../queue/item-view.ts';
import { postingPlace } from './sealed-places.ts';

interface Hung {
  readonly eventId: string;
  readonly kind: string;
  readonly on: CivilDate;
}

/** What hangs after an opinion was put up or a decision published. Who must not be posted is not; the event stands on record all the same. */
export async function hangPosting(tx: Context, run: RunRow, { eventId, kind, on }: Hung): Promise<void> {
  if (kind !== 'notice-posted' && kind !== 'published') return;
  const posted = await render(tx, run, kind, on);
  if (!posted?.posted) return;
  const id = randomUUID();
  await tx.db.insert(postings).values({
    id,
    eventId,
    runId: run.id,
    officeId: run.officeId,
    kind: posted.posting.kind,
    hangsFrom: posted.posting.from,
    hangsUntil: posted.posting.until,
    village: await villageOf(tx, run),
    postingSealed: tx.cipher.sealJson(postingPlace.posting(id), posted.posting),
  });
}

/** The village on whose board it hangs: that of the household where the register has one. It is not part of what hangs. */
async function villageOf(tx: Context, { caseId }: RunRow): Promise<string | null> {
  if (!caseId) return null;
  const [file] = await tx.db.select({ village: caseFiles.village }).from(caseFiles).where(eq(caseFiles.id, caseId));
  return file?.village ?? null;
}

/** Undefined where nothing of what is proposed is ever posted. */
async function render(tx: Context, run: RunRow, kind: 'notice-posted' | 'published', from: CivilDate): Promise<Posted | undefined> {
  const proposal = (await recordOf(tx, run.id)).findLast(({ event }) => event.kind === 'opinion')?.event.proposal ?? { benefits: [] };
  const paid = run.caseId
    ? await tx.db
        .select()
        .from(caseBenefits)
        .where(and(eq(caseBenefits.caseId, run.caseId), isNull(caseBenefits.until)))
    : [];
  const kinds = [...proposal.benefits, ...paid].map((one) => one.kind);
  const benefit = kinds.find((one): one is PostedBenefit => Object.hasOwn(POSTED_BENEFITS, one)) ?? ofProcedure(run.procedure);
  if (!benefit && !kinds.includes('orphan')) return undefined;
  const { name, members } = tx.cipher.openJson<ItemPerson>(runPersonPlace(run.id), run.personSealed);
  const office = await officeOf(tx, run.officeId);
  const heldBack = await heldBackBy(tx, run.id, kinds);
  const toPost = {
    family: { applicantName: name, members, amount: postedSum(proposal) },
    benefit: benefit ?? 'subsistence',
    district: run.district as DivisionCode,
    from,
    objectTo: { office: office.name, phone: office.phone },
    ...(heldBack && { heldBack }),
  };
  return kind === 'published' ? publicationOfConfirmed(toPost) : noticeOfOpinion(toPost, opinionOf(run.procedure, proposal));
}

const ofProcedure = (id: string): PostedBenefit | undefined =>
  id === 'application'
    ? 'subsistence'
    : id === 'application/destitute'
      ? 'destitute'
      : id === 'application/rigid-expenditure'
        ? 'rigid-expenditure'
        : undefined;

const postedSum = (proposal: Proposal): Fen =>
  proposal.benefits.reduce((sum, one) => sum + (Object.hasOwn(POSTED_BENEFITS, one.kind) ? one.amount : 0), 0) as Fen;

const opinionOf = (procedure: string, proposal: Proposal): PostedOpinion =>
  procedure === 'raise' || procedure === 'cut' || procedure === 'stop' ? procedure : proposal.benefits.length > 0 ? 'grant' : 'not-granted';

/** The law's own ground first: orphans and children with HIV are never posted, whatever anybody presses. */
async function heldBackBy(tx: Context, runId: string, kinds: readonly string[]): Promise<HeldBack | undefined> {
  if (kinds.includes('orphan')) return { by: 'law', ground: 'orphan-or-hiv-child' };
  const [hold] = await tx.db
    .select()
    .from(postingHolds)
    .where(and(eq(postingHolds.runId, runId), isNull(postingHolds.liftedAt)));
  return hold && { by: 'officer', officer: hold.staffId, reason: tx.cipher.openText(postingPlace.hold(runId), hold.reasonSealed) };
}
