import type { Context } from '../context.ts';

/** Answers only when the database is there and migrated and photos can be kept. */
export async function checkReady(ctx: Context): Promise<void> {
  await ctx.client`select 1 from schema_migrations limit 1`;
  await ctx.files.check();
}
