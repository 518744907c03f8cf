import type { TransactionSql } from 'postgres';

type Tx = TransactionSql<Record<string, never>>;

/** What somebody began and did not send, by table. It hangs on the person and names no township, so it lies on one side only: where she is. */
export const UNSENT: Readonly<Record<string, string>> = {
  drafts: 'true',
  files: 'account_id is not null and application_id is null and subject_id is null',
};
export const unsentOf = (table: string): string | undefined => (Object.hasOwn(UNSENT, table) ? UNSENT[table] : undefined);

const THERE = '"there_from_now_on"';
/** Of a row `t` that belongs to an account. */
export const ofWhomIsThere = `t.account_id in (select id from ${THERE})`;

/**
 * Notes which of the accounts that go are of people who are there from now on. Many have matters on one side only. Of the others: where their
 * household is in the register, by a number that was verified; else where they sent something last.
 * @param chosen the table of the accounts that go
 * @param these the districts that go, as an array of Postgres
 */
export async function whoIsThere(tx: Tx, chosen: string, these: string): Promise<void> {
  const goes = `left(office_id, 6) = any (${these})`;
  const isHere = 'left(office_id, 6) <> all (array(select district from districts_elsewhere))';
  await tx.unsafe(`create temp table ${THERE} on commit drop as
    select a.id from accounts a where a.ctid in (select at from ${chosen}) and coalesce(
      (select bool_or(${goes}) from case_members where number_hash = a.number_hash and left_on is null and a.identity = 'verified' and ${isHere}
        and exists (select from case_files c where c.id = case_id and c.ended_on is null) having bool_or(${goes}) = bool_and(${goes})),
      (select ${goes} from (select office_id, received_at as at from applications where account_id = a.id
          union all select office_id, told_at from change_notices where account_id = a.id) as sent where ${isHere} order by at desc limit 1),
      true)`);
}
