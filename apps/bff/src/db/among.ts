import { eq, type Placeholder, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/** Whether an id is one of these, by comma: one text however many there are, so that it is put together and planned once. */
export const among = (column: PgColumn, ids: string | Placeholder): SQL =>
  eq(column, sql`any (string_to_array(${ids}::text, ',')::uuid[])`);
