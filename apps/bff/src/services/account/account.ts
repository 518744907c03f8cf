import { type Paper, STATEMENT_IDS } from '@assist/contracts';
import { eq, sql } from 'drizzle-orm';
import { madeOnce } from '../../db/made-once.ts';
import { accounts, consents } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';

export type AccountRow = typeof accounts.$inferSelect;

/** Where each sealed value of an account lies; the same words seal and open it. */
export const accountPlace = {
  openid: (id: string) => `account.openid:${id}`,
  name: (id: string) => `account.name:${id}`,
  paper: (id: string) => `account.paper:${id}`,
  phone: (id: string) => `account.phone:${id}`,
};

/** Keyed hash of a paper's number; none where there is no number yet. */
export function numberHash(ctx: Context, paper: Paper): Buffer | null {
  return paper.kind === 'none-yet' ? null : ctx.hash.find('paper-number', `${paper.kind}:${paper.number.replace(/\s/g, '').toUpperCase()}`);
}

const accountById = madeOnce((db) =>
  db
    .select()
    .from(accounts)
    .where(eq(accounts.id, sql.placeholder('id')))
    .prepare('account'),
);

export async function accountOf(ctx: Context, accountId: string): Promise<AccountRow> {
  const [row] = await accountById(ctx.db).execute({ id: accountId });
  if (!row) throw new ServiceProblem('not-signed-in');
  return row;
}

export const nameOf = (ctx: Context, row: AccountRow): string | undefined =>
  row.nameSealed ? ctx.cipher.openText(accountPlace.name(row.id), row.nameSealed) : undefined;
export const paperOf = (ctx: Context, row: AccountRow): Paper | undefined =>
  row.paperSealed ? ctx.cipher.openJson<Paper>(accountPlace.paper(row.id), row.paperSealed) : undefined;
export const phoneOf = (ctx: Context, row: AccountRow): string | undefined =>
  row.phoneSealed ? ctx.cipher.openText(accountPlace.phone(row.id), row.phoneSealed) : undefined;

export type ConsentRow = typeof consents.$inferSelect;
export const consentsOf = (ctx: Context, accountId: string): Promise<ConsentRow[]> =>
  ctx.db.select().from(consents).where(eq(consents.accountId, accountId)).orderBy(consents.givenAt, consents.statement);

export const isStatementId = (id: string): id is (typeof STATEMENT_IDS)[number] => (STATEMENT_IDS as readonly string[]).includes(id);
