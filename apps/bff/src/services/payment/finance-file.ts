import { BOUNCE_REASONS } from '@assist/contracts';
import { RECIPIENTS, type Recipient } from '@assist/policy-chongqing';
import { asc, eq } from 'drizzle-orm';
import { paymentLines } from '../../db/schema.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import { requireHandler, type Staff } from '../staff/who.ts';
import { encodeGb18030 } from './gb18030.ts';
import type { Payee } from './lines.ts';
import { monthText } from './month.ts';
import { type ListRow, listOf } from './who.ts';
import { payeePlace } from './write-draft.ts';

const ANOTHER_TAKES_IT = '这份清单里有您备案的近亲属，请另一位经办人来取文件。';

/** The columns of the file, and those the finance office fills in before it sends it back. */
export const COLUMNS = [
  '清单编号',
  '月份',
  '序号',
  '户编号',
  '姓名',
  '证件号码',
  '待遇',
  '金额(元)',
  '开户银行',
  '账号',
  '备注',
  '结果',
  '退回原因',
] as const;
export type FileColumn = (typeof COLUMNS)[number];
export const RESULTS = { paid: '已发', bounced: '退回' } as const;

/** How a list is called on paper: the township and the month, and there is one of each. */
export const listNumber = (list: Pick<ListRow, 'officeId' | 'month'>): string => `${list.officeId}-${list.month}`;

/** `1980.50` of fen: digits, no fraction is ever computed. */
export const yuanDigits = (fen: number): string => {
  const digits = String(fen).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** A cell that no spreadsheet takes for a formula, and that holds its commas and quotes. */
export function cell(text: string): string {
  const safe = /^[\s]*[=+\-@＝＋－＠\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * The file for the finance office: every line that has an account, as it was frozen. Only of a list that was exported; each look is on
 * record. It is whole or it is not given: a line that its taker may not see would be money that does not come.
 * @throws ServiceProblem `forbidden` (also where a relative she declared stands in it), `not-found`, `state-changed`
 */
export async function paymentFile(ctx: Context, staff: Staff, listId: string, encoding: 'gb18030' | 'utf-8' = 'gb18030') {
  requireHandler(staff);
  const list = await listOf(ctx, staff, listId);
  if (list.state !== 'exported' && list.state !== 'returned') throw new ServiceProblem('state-changed');
  const all = await ctx.db.select().from(paymentLines).where(eq(paymentLines.listId, listId)).orderBy(asc(paymentLines.n));
  if (all.length !== list.lines) throw new ServiceProblem('forbidden', { fields: [{ path: 'list', sentence: ANOTHER_TAKES_IT }] });
  const rows = all.filter((row) => row.state !== 'no-account');
  await record(ctx, {
    actor: { kind: 'staff', id: staff.staffId },
    action: 'payments-file-read',
    object: ['payment-list', listId],
    officeId: list.officeId,
    result: encoding,
  });
  const number = listNumber(list);
  const lines = rows.map((row) => {
    const payee = ctx.cipher.openJson<Payee>(payeePlace(listId, row.n), row.payeeSealed);
    const notes = [...(row.taper ? ['渐退期'] : []), ...(row.forMonth === list.month ? [] : [`补${monthText(row.forMonth)}`])];
    const result = row.state === 'paid' || row.state === 'bounced' ? RESULTS[row.state] : '';
    return [
      number,
      list.month,
      String(row.n),
      row.registerNumber,
      payee.name,
      payee.paper ?? '',
      RECIPIENTS[row.kind as Recipient] ?? row.kind,
      yuanDigits(row.amount),
      payee.bank ?? '',
      payee.account ?? '',
      notes.join('，'),
      result,
      row.bounceReason ? BOUNCE_REASONS[row.bounceReason] : '',
    ];
  });
  const text = [[...COLUMNS], ...lines].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
  return {
    mediaType: `text/csv; charset=${encoding}`,
    bytes: encoding === 'gb18030' ? encodeGb18030(text) : Buffer.from(`\uFEFF${text}`, 'utf8'),
    saveAs: `payments-${number}.csv`,
  };
}
