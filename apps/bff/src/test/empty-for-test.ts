import type postgres from 'postgres';

/** Empties tables and all that hangs on them, also what the product itself may only add to. */
export const emptyTables = (sql: postgres.Sql, tables: readonly string[]): Promise<unknown> =>
  sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx.unsafe(`truncate ${tables.join(', ')} cascade`);
  });
