import { randomUUID } from 'node:crypto';
import { type ImportView, type Problem, staffApi } from '@assist/contracts';
import type { BffForTest } from './bff-for-test.ts';
import { GUOFU, SUFEN } from './people.ts';

/** A row of a register by its columns; a member of a household of two on subsistence allowance in 杨家坪 unless said otherwise. */
export type Cells = Readonly<Record<string, string>>;
export const CELLS: Cells = {
  户编号: 'J0001',
  户主: SUFEN.name,
  成员姓名: SUFEN.name,
  与户主关系: '户主',
  身份证号: SUFEN.number,
  镇街: '杨家坪街道',
  村社: '前进村社区',
  城乡: '城',
  待遇种类: '低保',
  '每月金额(元)': '835.00',
  起始日期: '2024-03-01',
  上次核查: '2026-06-10',
  上次见面: '2026-09-05',
  电话: '13900001002',
};
export const sufen = (change: Cells = {}): Cells => ({ ...CELLS, ...change });
export const guofu = (change: Cells = {}): Cells => ({
  ...CELLS,
  成员姓名: GUOFU.name,
  与户主关系: '配偶',
  身份证号: GUOFU.number,
  '每月金额(元)': '',
  起始日期: '',
  上次见面: '2025-10-20',
  电话: '',
  ...change,
});

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** A number with a right check digit of a region that gives out none. */
export function madeUpNumber(born: string, order: number): string {
  const body = `500100${born.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
  const sum = [...body].reduce((total, digit, i) => total + Number(digit) * (WEIGHTS[i] as number), 0);
  return `${body}${'10X98765432'[sum % 11]}`;
}

const quoted = (cell: string): string => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
/** A CSV of these rows with the columns of all of them. */
export function csv(rows: readonly Cells[], columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]): string {
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((cells) => cells.map(quoted).join(','))
    .join('\r\n');
}

type Sent = { readonly ok: true; readonly data: ImportView } | { readonly ok: false; readonly problem: Problem };

/** Sends a file the way the desk does. */
export async function sendRegister(
  bff: BffForTest,
  session: string,
  content: string | Uint8Array,
  importId: string = randomUUID(),
): Promise<Sent & { readonly status: number }> {
  const form = new FormData();
  form.set('fileName', '在册名单.csv');
  form.set('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), '在册名单.csv');
  const answer = await fetch(`${bff.staffUrl}${staffApi.sendImport.path.replace('{importId}', importId)}`, {
    method: 'POST',
    headers: { cookie: `desk_session=${session}`, 'x-requested-with': 'desk' },
    body: form,
  });
  const body = await answer.json();
  return answer.ok
    ? { ok: true, status: answer.status, data: body as ImportView }
    : { ok: false, status: answer.status, problem: body as Problem };
}
