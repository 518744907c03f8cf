import type { ChangeForm, WorkState } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { eq } from 'drizzle-orm';
import { applications, changeNotices, changes, complaints, procedureEvents, procedureRuns, urgentCalls } from '../../db/schema.ts';
import { itemOfEvidence } from '../authentication/evidence-sent.ts';
import type { ToldBy } from '../change/reporter.ts';
import { changePlace } from '../change/sealed-places.ts';
import type { Context } from '../context.ts';
import { recordOf, runPersonPlace } from '../procedure/record.ts';
import type { ItemPerson } from '../queue/item-view.ts';
import { itemOfDoor } from '../round/door-sent.ts';
import { toldOf } from '../urgent/row.ts';
import { itemOfVisit } from '../visit/visit-sent.ts';
import type { SentKind } from './sent.ts';

/** What an item says, worked out anew from what was sent. */
export interface ItemFacts {
  readonly officeId: string;
  readonly caseId?: string | null;
  /** Absent of an application: its own row has it. */
  readonly name?: string;
  readonly members?: number;
  readonly number?: string;
  readonly about?: readonly string[];
  readonly marks?: readonly string[];
  readonly keptFrom?: readonly string[];
  readonly state?: WorkState;
  /** The day that was fixed; our promise of a first reply otherwise. */
  readonly due?: CivilDate;
}

/** @returns undefined where nobody has to do anything about it any more */
export const ITEM_OF: Readonly<Record<SentKind, (tx: Context, id: string) => Promise<ItemFacts | undefined>>> = {
  async application(tx, id) {
    const [row] = await tx.db.select().from(applications).where(eq(applications.id, id));
    return row && row.state !== 'accepted' ? { officeId: row.officeId, state: row.state } : undefined;
  },
  async change(tx, id) {
    const [row] = await tx.db
      .select({ change: changes, notice: changeNotices })
      .from(changes)
      .innerJoin(changeNotices, eq(changeNotices.id, changes.id))
      .where(eq(changes.id, id));
    if (!row || row.change.state === 'settled') return undefined;
    const { change, notice } = row;
    const told = tx.cipher.openJson<ChangeForm>(changePlace.form(id), notice.formSealed);
    const by = tx.cipher.openJson<ToldBy>(changePlace.reporter(id), notice.reporterSealed);
    return {
      officeId: change.officeId,
      caseId: change.caseId,
      name: told.person?.name ?? by.name,
      number: change.number,
      about: change.events,
      marks: change.caseId ? [] : ['not-in-register'],
      state: change.state,
    };
  },
  authentication: itemOfEvidence,
  async urgent(tx, id) {
    const [row] = await tx.db.select().from(urgentCalls).where(eq(urgentCalls.id, id));
    if (!row || row.endedAt) return undefined;
    return { officeId: row.officeId, name: toldOf(tx, row).name?.trim() || '没有留名字', number: row.number, about: [row.kind ?? 'other'] };
  },
  async objection(tx, id) {
    const [row] = await tx.db
      .select({ run: procedureRuns })
      .from(procedureEvents)
      .innerJoin(procedureRuns, eq(procedureRuns.id, procedureEvents.runId))
      .where(eq(procedureEvents.id, id));
    if (!row || row.run.endedOn) return undefined;
    const { run } = row;
    const all = await recordOf(tx, run.id);
    if (all.some(({ event }) => event.kind === 'objection-answered' && event.objection === id)) return undefined;
    const person = tx.cipher.openJson<ItemPerson>(runPersonPlace(run.id), run.personSealed);
    return { officeId: run.officeId, caseId: run.caseId, ...person, number: run.number ?? '', about: [run.procedure] };
  },
  async complaint(tx, id) {
    const [row] = await tx.db.select().from(complaints).where(eq(complaints.id, id));
    if (row?.lookedAtBy !== 'township' || row.state === 'answered') return undefined;
    return {
      officeId: row.officeId,
      name: row.named ? '留了名的举报' : '没留名的举报',
      number: row.number,
      about: [`about-${row.about}`],
      keptFrom: row.keptFrom,
      ...(row.state === 'opened' && { state: 'opened' }),
    };
  },
  visit: itemOfVisit,
  door: itemOfDoor,
  // It stands at its application's.
  correction: async () => undefined,
};
