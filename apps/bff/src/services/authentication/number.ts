import type { CivilDate } from '@assist/policy';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { OfficeRow } from '../place/offices.ts';

/** The next number of this township and day, from the same counter as applications: read out on the phone, it opens nothing. */
export async function nextNumber(tx: Context, office: OfficeRow, today: CivilDate): Promise<string> {
  const [row] = await tx.db.execute<{ number: string }>(sql`
    with counted as (
      insert into office_day_numbers (office_id, day, last) values (${office.id}, ${today}::date, 1)
      on conflict (office_id, day) do update set last = office_day_numbers.last + 1 returning last
    ) select receipt_number(${office.shortName}, ${today}::date, last) as number from counted`);
  if (!row) throw new Error('a township without a number');
  return row.number;
}
