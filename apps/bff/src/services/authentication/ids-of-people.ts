import { type SQL, sql } from 'drizzle-orm';

/** Ids of visits and authentications about the people of a list named `people` (number_hash), to keep them from somebody's eyes. Nothing of what stands in them. */
export const IDS_OF_PEOPLE: SQL = sql`
    select v.id from visits v join people p on p.number_hash = v.person_hash
    union select a.id from authentications a join people p on p.number_hash = a.person_hash`;
