import { randomUUID } from 'node:crypto';
import type { CivilDate, DivisionCode } from '@assist/policy';
import { ALERT_INDICATORS } from '@assist/policy-chongqing';
import { and, eq, isNull, or, sql } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { alerts, procedureRuns } from '../../db/schema.ts';
import { numberHash } from '../account/account.ts';
import { districtOf } from '../application/receipt.ts';
import { record } from '../audit/record.ts';
import type { OpenCase } from '../case-file/case-file-of.ts';
import { type Context, now } from '../context.ts';
import { inTransaction } from '../in-transaction.ts';
import { officeOf, officesFor } from '../place/offices.ts';
import { insertRun } from '../procedure/open-run.ts';
import type { RunRow } from '../procedure/record.ts';
import type { IncomingAlert } from './format.ts';
import { householdWith } from './household.ts';
import { type AlertContent, alertPlace } from './sealed-places.ts';

/**
 * `new`: an item in the township's lane. `joined`: somebody works on this person already, and sees this too. `known`: it came before.
 * The rest was not taken, and why.
 */
export type AlertTaken = 'new' | 'joined' | 'known' | 'place-unknown' | 'place-not-live' | 'content-differs' | 'in-the-future';

/** Takes one alert, once for its source and key, whoever sends it how often and at the same time. Nothing follows from it by itself. */
export const takeAlert = (ctx: Context, source: string, alert: IncomingAlert): Promise<AlertTaken> =>
  inTransaction(ctx, async (tx) => {
    await oneAtATime(tx, `alert:${source}:${alert.key}`);
    const fingerprint = tx.hash.fingerprint('alert', alert);
    const [before] = await tx.db
      .select()
      .from(alerts)
      .where(and(eq(alerts.source, source), eq(alerts.sourceKey, alert.key)));
    if (before) return before.fingerprint.equals(fingerprint) ? 'known' : 'content-differs';
    if (alert.seenOn > dayInShanghai(tx.clock())) return 'in-the-future';
    const code = alert.township.slice(0, 9) as DivisionCode;
    const office = (await officesFor(tx, [code])).get(code);
    if (!office) return 'place-unknown';
    const { number } = alert.person;
    const hash = number ? numberHash(tx, { kind: 'resident-identity', number }) : null;
    if (hash) await oneAtATime(tx, `alert-person:${hash.toString('hex')}`);
    const opened = hash ? await householdWith(tx, hash) : undefined;
    // A household of the register is worked where its file lies, and everybody else where they were seen.
    const officeId = opened?.row.officeId ?? office.id;
    if (!(await officeOf(tx, officeId)).live) return 'place-not-live';
    const open = await openRunAbout(tx, hash, opened?.row.id);
    const run = open ?? (await openRunFor(tx, officeId, alert, opened));
    const id = randomUUID();
    const content: AlertContent = {
      ...alert.person,
      ...(alert.village && { village: alert.village }),
      words: alert.words,
    };
    await tx.db.insert(alerts).values({
      id,
      officeId: run.officeId,
      district: run.district,
      source,
      sourceKey: alert.key,
      indicator: alert.indicator,
      seenOn: alert.seenOn,
      receivedAt: now(tx),
      runId: run.id,
      caseId: opened?.row.id ?? null,
      personHash: hash,
      contentSealed: tx.cipher.sealJson(alertPlace.content(id), content),
      fingerprint,
    });
    await record(tx, {
      actor: { kind: 'system' },
      action: 'alert-received',
      object: ['alert', id],
      officeId: run.officeId,
      result: open ? 'joined' : 'new',
    });
    return open ? 'joined' : 'new';
  });

/** Holds a name until the transaction ends: of two at once one is second, and then sees what the first did. */
const oneAtATime = (tx: Context, name: string) => tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);

type Run = Pick<RunRow, 'id' | 'officeId' | 'district'>;

/** The run that somebody already works on about this person or household, in whichever township. Only a number joins: two people may have one name. */
async function openRunAbout(tx: Context, hash: Buffer | null, caseId: string | undefined): Promise<Run | undefined> {
  if (!hash && !caseId) return undefined;
  const [found] = await tx.db
    .select({ id: procedureRuns.id, officeId: procedureRuns.officeId, district: procedureRuns.district })
    .from(procedureRuns)
    .leftJoin(alerts, eq(alerts.runId, procedureRuns.id))
    .where(
      and(
        eq(procedureRuns.procedure, 'alert'),
        isNull(procedureRuns.endedOn),
        or(...(hash ? [eq(alerts.personHash, hash)] : []), ...(caseId ? [eq(procedureRuns.caseId, caseId)] : [])),
      ),
    )
    .limit(1);
  return found;
}

/** A number to speak of it, from the same counter as applications; it opens nothing. */
async function numberFor(tx: Context, officeId: string, today: CivilDate): Promise<string> {
  const { shortName } = await officeOf(tx, officeId);
  const [row] = await tx.db.execute<{ number: string }>(sql`
    with counted as (
      insert into office_day_numbers (office_id, day, last) values (${officeId}, ${today}::date, 1)
      on conflict (office_id, day) do update set last = office_day_numbers.last + 1 returning last
    ) select receipt_number(${shortName}, ${today}::date, last) as number from counted`);
  if (!row) throw new Error('a township without a number');
  return row.number;
}

async function openRunFor(tx: Context, officeId: string, alert: IncomingAlert, opened: OpenCase | undefined): Promise<Run> {
  const today = dayInShanghai(tx.clock());
  return insertRun(tx, {
    runId: randomUUID(),
    officeId,
    district: districtOf(officeId),
    procedure: 'alert',
    openedOn: today,
    caseId: opened?.row.id,
    person: { name: alert.person.name, members: opened?.row.members ?? 1 },
    number: opened?.row.registerNumber ?? (await numberFor(tx, officeId, today)),
    first: [
      {
        event: { kind: 'opened', reason: ALERT_INDICATORS[alert.indicator].title },
        on: today,
        role: 'district',
        actor: { kind: 'system' },
      },
    ],
  });
}
