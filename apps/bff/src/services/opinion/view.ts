import type { ChangeView } from '@assist/contracts';
import { type DivisionCode, type Fen, yuanText } from '@assist/policy';
import { clausesIn, GROUNDS, type GroundId, OUTCOMES, type OutcomeId } from '@assist/policy-chongqing';
import { desc, inArray } from 'drizzle-orm';
import { instantText } from '../../clock.ts';
import { changeOpinions } from '../../db/schema.ts';
import { cited } from '../clause/citations.ts';
import type { Context } from '../context.ts';

export type OpinionRow = typeof changeOpinions.$inferSelect;

/** What is sealed in an opinion. */
export interface OpinionWords {
  readonly reason: string;
  readonly amountAfter?: Fen;
}
export const opinionPlace = (changeId: string): string => `change.opinion:${changeId}`;

/** The newest opinion on each notice; the older ones stay on record. */
export async function opinionsOf(ctx: Context, changeIds: readonly string[]): Promise<Map<string, OpinionRow>> {
  const rows = await ctx.db
    .select()
    .from(changeOpinions)
    .where(inArray(changeOpinions.changeId, [...changeIds]))
    .orderBy(desc(changeOpinions.id));
  const newest = new Map<string, OpinionRow>();
  for (const row of rows) if (!newest.has(row.changeId)) newest.set(row.changeId, row);
  return newest;
}

const SAYS: Readonly<Record<Exclude<OutcomeId, 'ask'>, (amount: string) => string>> = {
  unchanged: () => '金额不变。',
  more: (amount) => `可能会增加${amount}。还要公示、等区里确认，确认以后才变。`,
  less: (amount) => `可能会少一些${amount}。还没有定：定以前会先听您说，再给您书面的说明。没定以前照旧发。`,
  stop: () => '可能不再发。还没有定：定以前会先听您家的意见，再给书面的说明。没定以前照旧发。',
  taper: () => '钱先照发，金额不变（渐退期）。',
  officer: () => '还要再看看才能定，定下来以前照旧发。',
};

/** In words for the resident: what the township thinks, why, and that nothing is decided by it. */
export function opinionView(ctx: Context, row: OpinionRow, district: DivisionCode): NonNullable<ChangeView['opinion']> {
  const { reason, amountAfter } = ctx.cipher.openJson<OpinionWords>(opinionPlace(row.changeId), row.wordsSealed);
  const amount = amountAfter === undefined ? '' : `，估算约每月 ${yuanText(amountAfter)}`;
  const ground = row.ground as GroundId | null;
  const clauses = [...OUTCOMES[row.outcome].clauses, ...(ground ? GROUNDS[ground].clauses : [])];
  return {
    outcome: row.outcome,
    sentence: cited(
      `镇街的初步意见：${row.outcome === 'ask' ? '' : SAYS[row.outcome](amount)}${reason}`,
      clausesIn([...new Set(clauses)], district),
    ),
    at: instantText(row.givenAt),
  };
}
