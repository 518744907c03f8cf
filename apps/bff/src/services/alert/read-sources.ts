import { eq } from 'drizzle-orm';
import { alertSources } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';
import { readOn } from '../source/read-on.ts';
import { alertOf } from './format.ts';
import { takeAlert } from './take-in.ts';

/** Reads every source of alerts on from where it was left; what came before is taken once. @returns how many are new */
export const readAlertSources = (ctx: Context): Promise<number> =>
  readOn(ctx.alertSources, {
    cursorOf: async (name) => {
      const [before] = await ctx.db.select().from(alertSources).where(eq(alertSources.name, name));
      return before?.cursor ?? '';
    },
    take: async ({ name }, { alerts }) => {
      let fresh = 0;
      for (const entry of alerts) {
        const alert = alertOf(entry);
        if (!alert) continue;
        const taken = await takeAlert(ctx, name, alert);
        if (taken === 'new' || taken === 'joined') fresh += 1;
      }
      return fresh;
    },
    keep: async (name, cursor) => {
      const row = { name, cursor, readAt: now(ctx) };
      await ctx.db.insert(alertSources).values(row).onConflictDoUpdate({ target: alertSources.name, set: row });
    },
  });
