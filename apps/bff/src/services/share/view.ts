import type { ShareView } from '@assist/contracts';
import { inArray } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { offices, type shares, staffAccounts } from '../../db/schema.ts';
import { type Context, now } from '../context.ts';

export type ShareRow = typeof shares.$inferSelect;
export const sharePlace = {
  facts: (id: string): string => `share:${id}`,
  answer: (id: string): string => `share-answer:${id}`,
};

export const isLive = (ctx: Context, row: ShareRow): boolean => row.endedAt === null && row.until > now(ctx);

/** As both offices see them, with one query a table. */
export async function shareViews(ctx: Context, rows: readonly ShareRow[]): Promise<ShareView[]> {
  if (rows.length === 0) return [];
  const people = [...new Set(rows.flatMap((row) => [row.givenBy, row.staffId, row.answeredBy].filter((id) => id !== null)))];
  const [places, names] = await Promise.all([
    ctx.db
      .select({ id: offices.id, name: offices.name })
      .from(offices)
      .where(inArray(offices.id, [...new Set(rows.flatMap((row) => [row.officeId, row.fromOfficeId]))])),
    ctx.db.select({ id: staffAccounts.id, name: staffAccounts.name }).from(staffAccounts).where(inArray(staffAccounts.id, people)),
  ]);
  const office = (id: string) => ({ officeId: id, name: places.find((one) => one.id === id)?.name ?? '' });
  const person = (id: string): string => names.find((one) => one.id === id)?.name ?? '';
  return rows.map((row) => ({
    shareId: row.id,
    why: row.why,
    from: office(row.fromOfficeId),
    to: { ...office(row.officeId), ...(row.staffId && { staffName: person(row.staffId) }) },
    facts: ctx.cipher.openJson<ShareView['facts']>(sharePlace.facts(row.id), row.factsSealed),
    givenBy: person(row.givenBy),
    givenAt: instantText(row.givenAt),
    until: instantText(row.until),
    ...(row.endedWhy ? { ended: row.endedWhy } : row.until <= now(ctx) && { ended: 'past-its-day' as const }),
    ...(row.answeredBy &&
      row.answerSealed && {
        answer: { by: person(row.answeredBy), words: ctx.cipher.openText(sharePlace.answer(row.id), row.answerSealed) },
      }),
  }));
}

export const shareView = async (ctx: Context, row: ShareRow): Promise<ShareView> => (await shareViews(ctx, [row]))[0] as ShareView;
