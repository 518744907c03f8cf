import type postgres from 'postgres';

/** What stands of all that was sent, in figures: as many applications, numbers, items and messages as submissions, or something was lost or taken twice. */
export async function standing(sql: postgres.Sql): Promise<Readonly<Record<string, number>>> {
  const [row] = await sql<Record<string, number>[]>`
    select (select count(*)::int from submissions) as stored, (select count(*)::int from applications) as with_receipt,
      (select count(distinct number)::int from applications) as numbers, (select sum(last)::int from office_day_numbers) as given,
      (select count(*)::int from work_items where kind = 'application') as queued,
      (select count(distinct application_id)::int from work_items where kind = 'application') as queued_once,
      (select count(*)::int from audit_log where action = 'application-sent') as on_record,
      (select count(*)::int from messages where kind = 'application-received') as told,
      (select count(distinct subject_id)::int from messages where kind = 'application-received') as told_once,
      (select count(*)::int from sends) as sends, (select count(*)::int from files where application_id is not null) as photos,
      (select count(*)::int from work_items where kind = 'application' and open) as open,
      (select count(*)::int from outbox where done_at is null) as waiting,
      (select count(*)::int from outbox where outcome like 'given up%') as given_up,
      (select coalesce(max(tries), 0)::int from outbox) as most_tries`;
  if (!row) throw new Error('one row was asked for');
  return row;
}

/** So many submissions, each of them once and whole. */
export const eachOnce = (n: number) => ({
  stored: n,
  with_receipt: n,
  numbers: n,
  given: n,
  queued: n,
  queued_once: n,
  on_record: n,
  told: n,
  told_once: n,
  given_up: 0,
});
