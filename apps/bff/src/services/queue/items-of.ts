import { WORK_KINDS } from '@assist/contracts';
import { type SQL, sql } from 'drizzle-orm';
import { workItems } from '../../db/schema.ts';

/** Of items about any of a list of ids (`id`), by each id that an item may name: found by index, and not by looking at every item. */
export const itemsOf = (ids: SQL): SQL => sql`
  select w.id from ${ids} as one join ${workItems} w on w.case_id = one.id
  union select w.id from ${ids} as one cross join unnest(string_to_array(${WORK_KINDS.join(',')}::text, ',')) as kinds (kind)
    join ${workItems} w on w.kind = kinds.kind and w.subject_id = one.id
  union select w.id from ${ids} as one join ${workItems} w on w.application_id = one.id and w.kind = 'application'
  union select w.id from ${ids} as one join ${workItems} w on w.application_id = one.id and w.kind = 'identity-conflict'`;
