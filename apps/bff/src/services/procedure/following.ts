import { randomUUID } from 'node:crypto';
import type { RecordedEvent } from '@assist/contracts';
import type { CivilDate, DivisionCode } from '@assist/policy';
import { and, eq, isNull } from 'drizzle-orm';
import { caseBenefits, caseFiles } from '../../db/schema.ts';
import type { Actor } from '../audit/record.ts';
import { nextReview } from '../case-file/next-dates.ts';
import { type Context, now } from '../context.ts';
import { insertRun } from './open-run.ts';
import { type RunRow, runPersonPlace } from './record.ts';

const ENDS: Readonly<Record<string, RecordedEvent['kind']>> = {
  review: 'concluded',
  taper: 'concluded',
  'after-death': 'settled',
  'after-absence': 'settled',
  alert: 'concluded',
};
/** Conclusions that are a procedure of their own; money changes there and nowhere else. */
const OPENS: Readonly<Record<string, string>> = {
  raise: 'raise',
  cut: 'cut',
  stop: 'stop',
  taper: 'taper',
  'may-no-longer-qualify': 'review',
};

/** A conclusion that says more than "unchanged" goes on by itself, so that nobody's case ends in a word that nobody follows. */
export async function openFollowing(
  tx: Context,
  run: RunRow,
  { event, on, actor }: { readonly event: RecordedEvent; readonly on: CivilDate; readonly actor: Actor },
): Promise<void> {
  if (ENDS[run.procedure] !== event.kind || !run.caseId) return;
  if (run.procedure === 'review') await dateNextReview(tx, run.caseId, on);
  if (run.procedure === 'taper') await endTaper(tx, run.caseId);
  const procedure = OPENS[event.conclusion ?? ''];
  if (!procedure) return;
  await insertRun(tx, {
    runId: randomUUID(),
    officeId: run.officeId,
    district: run.district,
    procedure,
    openedOn: on,
    caseId: run.caseId,
    changeId: run.changeId ?? undefined,
    parentId: run.id,
    person: tx.cipher.openJson(runPersonPlace(run.id), run.personSealed),
    number: run.number ?? undefined,
    // A visit of the review counts in what follows it, for it is the same period; it is written down there again.
    first: [{ event: { kind: 'opened', periodFrom: run.openedOn as CivilDate }, on, role: 'township', actor }],
  });
}

/** The household was reviewed today; the next one is due by the rule of its benefits. */
async function dateNextReview(tx: Context, caseId: string, on: CivilDate): Promise<void> {
  const [file] = await tx.db.select({ district: caseFiles.district }).from(caseFiles).where(eq(caseFiles.id, caseId));
  if (!file) return;
  const benefits = await tx.db
    .select({ kind: caseBenefits.kind, since: caseBenefits.since })
    .from(caseBenefits)
    .where(and(eq(caseBenefits.caseId, caseId), isNull(caseBenefits.until)));
  const next = nextReview(
    file.district as DivisionCode,
    benefits.map((one) => ({ kind: one.kind as never, since: one.since as CivilDate })),
    on,
  );
  await tx.db
    .update(caseFiles)
    .set({ lastReview: on, nextReview: next?.on ?? null, updatedAt: now(tx) })
    .where(eq(caseFiles.id, caseId));
}

/** Looked at and concluded: it leaves the list of tapers. Money changes in what follows, or not at all. */
const endTaper = (tx: Context, caseId: string): Promise<unknown> =>
  tx.db
    .update(caseFiles)
    .set({ taperFrom: null, taperUntil: null, updatedAt: now(tx) })
    .where(eq(caseFiles.id, caseId));
