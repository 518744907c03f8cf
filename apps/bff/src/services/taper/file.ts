import { RECIPIENTS } from '@assist/policy-chongqing';
import { dayInShanghai } from '../../clock.ts';
import { record } from '../audit/record.ts';
import { type CaseFileRow, caseFilePage } from '../case-file/list.ts';
import type { Context } from '../context.ts';
import { cell, yuanDigits } from '../payment/finance-file.ts';
import type { Staff } from '../staff/who.ts';

const HEAD = ['户编号', '户主', '人数', '村社', '待遇', '每月照发（元）', '从', '到', '去家里核查', '听本人说', '问别的救助'];
const done = (yes: boolean | undefined): string => (yes ? '做过' : '还没做');

/** 渐退期台账 of this township, whole, to be kept in a table; that it was taken is on record. UTF-8 with a mark, as spreadsheets here want it. */
export async function taperFile(ctx: Context, staff: Staff) {
  const rows: CaseFileRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await caseFilePage(ctx, staff, { due: 'taper', cursor });
    rows.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor);
  await record(ctx, {
    actor: { kind: 'staff', id: staff.staffId },
    action: 'taper-file-read',
    object: ['office', staff.officeId],
    officeId: staff.officeId,
  });
  const lines = [
    HEAD,
    ...rows.map((row) => [
      row.registerNumber,
      row.headName,
      String(row.members),
      row.village ?? '',
      row.kinds.map((kind) => RECIPIENTS[kind as keyof typeof RECIPIENTS] ?? '').join('、'),
      yuanDigits(row.amount),
      row.taperFrom ?? '',
      row.taperUntil ?? '',
      done(row.taperDone?.visited),
      done(row.taperDone?.heard),
      done(row.taperDone?.asked),
    ]),
  ];
  const text = lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
  return {
    mediaType: 'text/csv; charset=utf-8',
    bytes: Buffer.from(`\uFEFF${text}`, 'utf8'),
    saveAs: `tapers-${dayInShanghai(ctx.clock())}.csv`,
  };
}
