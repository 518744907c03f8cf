import type { BffForTest } from './bff-for-test.ts';

/** What the trail says of attempts on this that were refused, in order: the code, and which field or step. */
export const refusedOnTrail = async (bff: BffForTest, objectId: string): Promise<string[]> =>
  (await bff.sql`select result from audit_log where action = 'attempt-refused' and object_id = ${objectId} order by id`).map(
    (row) => row.result as string,
  );
