import { randomUUID } from 'node:crypto';
import type { CivilDate } from '@assist/policy';
import { CLOCK_RULES, runClock } from '@assist/policy-chongqing';
import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import { dayInShanghai } from '../../clock.ts';
import { caseFiles, paymentLines, workItems } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import { type Context, now } from '../context.ts';
import { accountsOfRun } from '../decision/accounts-of-run.ts';
import { tellAccount } from '../message/tell.ts';
import { addToOutbox } from '../outbox/add.ts';
import type { Outcome } from '../outbox/drain.ts';
import { withoutClockMarks } from '../queue/clock-marks.ts';
import { itemPersonPlace } from '../queue/item-view.ts';
import type { Payee } from './lines.ts';
import { listAndOffice } from './who.ts';
import { payeePlace } from './write-draft.ts';

const PART = 100;
const NOBODY = '00000000-0000-0000-0000-000000000000';
export const ACCOUNT_LACKS = ['no-account', 'bounced'] as const;

/**
 * Every household of a list that money is owed to and that has no account it can go to, or whose money came back: a task in the
 * township's queue, once a household, and a kind word to those of it who can be told, once a month. The money itself waits in the lists
 * and is in the next one again. A part at a time; run twice it does nothing twice.
 */
export async function askForAccounts(tx: Context, listId: string, after: string = NOBODY): Promise<Outcome> {
  const list = await listAndOffice(tx, listId);
  if (!list) return { kind: 'give-up', why: 'no such list' };
  const cases = await tx.db
    .selectDistinct({ caseId: paymentLines.caseId })
    .from(paymentLines)
    .where(and(eq(paymentLines.listId, listId), inArray(paymentLines.state, [...ACCOUNT_LACKS]), gt(paymentLines.caseId, after)))
    .orderBy(asc(paymentLines.caseId))
    .limit(PART);
  for (const { caseId } of cases) await askOne(tx, list.row.officeId, list.office, { listId, month: list.row.month, caseId });
  if (cases.length === PART) await addToOutbox(tx, 'ask-for-accounts', { listId, after: cases.at(-1)?.caseId ?? '' });
  return { kind: 'done', what: `asked for: ${cases.length}` };
}

interface Lacking {
  readonly listId: string;
  readonly month: string;
  readonly caseId: string;
}

async function askOne(tx: Context, officeId: string, office: string, { listId, month, caseId }: Lacking): Promise<void> {
  const lines = await tx.db
    .select()
    .from(paymentLines)
    .where(and(eq(paymentLines.listId, listId), eq(paymentLines.caseId, caseId), inArray(paymentLines.state, [...ACCOUNT_LACKS])))
    .orderBy(asc(paymentLines.n));
  const [file] = await tx.db
    .select({ number: caseFiles.registerNumber, members: caseFiles.members })
    .from(caseFiles)
    .where(eq(caseFiles.id, caseId))
    .for('update');
  const [first] = lines;
  if (!first || !file) return;
  const bounced = lines.some((one) => one.state === 'bounced');
  const { name } = tx.cipher.openJson<Payee>(payeePlace(listId, first.n), first.payeeSealed);
  const fresh = await putItem(tx, { officeId, caseId, name, ...file, about: [bounced ? 'money-came-back' : 'no-account'] });
  if (fresh) await record(tx, { actor: { kind: 'system' }, action: 'account-asked-for', object: ['case-file', caseId], officeId });
  for (const accountId of await accountsOfRun(tx, { caseId, applicationId: null }))
    await tellAccount(tx, {
      accountId,
      kind: 'account-needed',
      params: { office, bounced },
      subject: { kind: 'contact-change' },
      officeId,
      source: `account-needed:${caseId}:${month}:${bounced}:${accountId}`,
    });
}

interface AccountItem {
  readonly officeId: string;
  readonly caseId: string;
  readonly name: string;
  readonly members: number;
  readonly number: string;
  readonly about: readonly string[];
}

/** One item a household: an ended one is open again. No clause sets a day for it; our own promise of a first reply stands in. */
async function putItem(tx: Context, { officeId, caseId, name, members, number, about }: AccountItem): Promise<boolean> {
  const id = randomUUID();
  const today: CivilDate = dayInShanghai(tx.clock());
  const promised = runClock(CLOCK_RULES.firstReply, today, tx.calendar);
  const rows = await tx.db
    .insert(workItems)
    .values({
      id,
      officeId,
      kind: 'account',
      subjectId: caseId,
      caseId,
      number,
      personSealed: tx.cipher.sealJson(itemPersonPlace(id), { name, members }),
      about: [...about],
      state: 'to-do',
      receivedAt: now(tx),
      stepDue: promised.by,
      stepProvisional: promised.provisional,
    })
    .onConflictDoUpdate({
      target: [workItems.kind, workItems.subjectId],
      targetWhere: sql`subject_id is not null`,
      set: {
        open: true,
        state: 'to-do',
        about: [...about],
        receivedAt: now(tx),
        stepDue: promised.by,
        stepProvisional: promised.provisional,
        marks: withoutClockMarks,
      },
      setWhere: sql`not ${workItems.open}`,
    })
    .returning({ id: workItems.id });
  return rows.length > 0;
}
