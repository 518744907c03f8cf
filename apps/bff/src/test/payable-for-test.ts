import { randomUUID } from 'node:crypto';
import { type PaymentListView, type Problem, staffApi } from '@assist/contracts';
import { fieldCipher } from '../crypto/field-cipher.ts';
import { keyedHash } from '../crypto/keyed-hash.ts';
import { casePlace } from '../services/case-file/sealed-places.ts';
import type { BffForTest } from './bff-for-test.ts';
import { household } from './case-for-test.ts';
import { GUOFU, SUFEN, YANGJIAPING } from './people.ts';

type Sql = BffForTest['sql'];

/** As an import of the register does it: the table writes down that it was this one. */
export async function byImport(bff: BffForTest, work: (sql: Sql) => Promise<unknown>): Promise<string> {
  const id = randomUUID();
  await bff.sql`insert into register_imports (id, imported_by, file_name, file_hash, encoding, state, rows, adds, changes, same, missing, problem_count,
      report_sealed, checked_at)
    values (${id}, 'test', '在册名单.csv', '\\x00', 'utf-8', 'writing', 1, 1, 0, 0, 0, 0, '\\x00', ${new Date(bff.clock())})`;
  await bff.sql.begin(async (sql) => {
    await sql`select set_config('assist.amounts_by', ${`import:${id}`}, true)`;
    await work(sql as unknown as Sql);
  });
  await bff.sql`update register_imports set state = 'done' where id = ${id}`;
  return id;
}

export interface Payable {
  readonly number?: string;
  readonly benefits?: readonly { readonly kind: string; readonly fen: number; readonly memberId?: string; readonly since?: string }[];
  /** Of m1; null for none on record. */
  readonly account?: string | null;
  readonly officeId?: string;
  readonly taper?: { readonly from: string; readonly until: string };
}

let made = 0;
/** A household of the register with an account to pay to. @returns its id */
export async function putPayable(bff: BffForTest, asked: Payable = {}): Promise<string> {
  const cipher = fieldCipher(bff.config.fieldKeys);
  const hash = keyedHash(bff.config.hashKeys[0]?.bytes as Buffer);
  const id = randomUUID();
  made += 1;
  const { officeId = YANGJIAPING, account = '6217001234567890123', number = `P${String(made).padStart(5, '0')}` } = asked;
  const benefits = asked.benefits ?? [{ kind: 'subsistence', fen: 83_500 }];
  const at = new Date(bff.clock());
  await byImport(bff, async (sql) => {
    await sql`insert into case_files (id, office_id, district, register_number, area, household_sealed, members, amount, kinds, taper_from, taper_until,
        fingerprint, created_at, updated_at)
      values (${id}, ${officeId}, ${officeId.slice(0, 6)}, ${number}, 'urban', ${cipher.sealJson(casePlace.household(id), household())}, 2,
        ${benefits.reduce((sum, one) => sum + one.fen, 0)}, ${benefits.map((one) => one.kind)}, ${asked.taper?.from ?? null}, ${asked.taper?.until ?? null},
        '\\x00', ${at}, ${at})`;
    for (const [i, person] of [SUFEN, GUOFU].entries()) {
      const memberId = `m${i + 1}`;
      const paper = { kind: 'resident-identity', number: person.number };
      await sql`insert into case_members (case_id, member_id, office_id, person_sealed, number_hash, bank_sealed, relation)
        values (${id}, ${memberId}, ${officeId}, ${cipher.sealJson(casePlace.person(id, memberId), { name: person.name, paper })},
          ${hash.find('paper-number', `resident-identity:${person.number}`)},
          ${i === 0 && account !== null ? cipher.sealJson(casePlace.bank(id, memberId), { account, bank: '农商行' }) : null}, 'self')`;
    }
    for (const one of benefits)
      await sql`insert into case_benefits (case_id, kind, member_id, office_id, amount, since)
        values (${id}, ${one.kind}, ${one.memberId ?? ''}, ${officeId}, ${one.fen}, ${one.since ?? '2024-03-01'})`;
  });
  return id;
}

/** An account comes on record. */
export const putAccount = (bff: BffForTest, caseId: string, account: string, memberId = 'm1'): Promise<unknown> =>
  bff.sql`update case_members set bank_sealed = ${fieldCipher(bff.config.fieldKeys).sealJson(casePlace.bank(caseId, memberId), { account })}
    where case_id = ${caseId} and member_id = ${memberId}`;

/** Begins anew: no lists, and nothing in force. */
export async function nothingPaid(bff: BffForTest): Promise<void> {
  await bff.sql`truncate payment_lists, payment_lines, payment_returns`;
  await byImport(bff, (sql) => sql`delete from case_benefits`);
}

type Sent =
  | { readonly ok: true; readonly status: number; readonly data: PaymentListView }
  | { readonly ok: false; readonly status: number; readonly problem: Problem };

/** Sends a return the way the desk does. */
export async function sendReturn(bff: BffForTest, session: string, listId: string, content: string | Uint8Array): Promise<Sent> {
  const form = new FormData();
  form.set('fileName', '回执.csv');
  form.set('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), '回执.csv');
  const path = staffApi.importPaymentReturn.path.replace('{listId}', listId).replace('{returnId}', randomUUID());
  const answer = await fetch(`${bff.staffUrl}${path}`, {
    method: 'POST',
    headers: { cookie: `desk_session=${session}`, 'x-requested-with': 'desk' },
    body: form,
  });
  const body = await answer.json();
  return answer.ok
    ? { ok: true, status: answer.status, data: body as PaymentListView }
    : { ok: false, status: answer.status, problem: body as Problem };
}

/** The file for the finance office. */
export async function financeFile(bff: BffForTest, session: string, listId: string, encoding = 'utf-8'): Promise<Response> {
  return fetch(`${bff.staffUrl}${staffApi.paymentFile.path.replace('{listId}', listId)}?encoding=${encoding}`, {
    headers: { cookie: `desk_session=${session}`, 'x-requested-with': 'desk' },
  });
}
