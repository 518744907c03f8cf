import { BOUNCE_REASONS, type BounceReason } from '@assist/contracts';
import { decode } from '../register/decode.ts';
import { fenOf } from '../register/read-cells.ts';
import { csvRows } from '../register/read-csv.ts';
import { type FileColumn, listNumber, RESULTS } from './finance-file.ts';
import type { ListRow } from './who.ts';

export interface Settled {
  readonly n: number;
  readonly state: 'paid' | 'bounced';
  readonly reason?: BounceReason;
}
export interface WrongRow {
  /** As in the file; the heading is 1. 0 is the whole file. */
  readonly row: number;
  readonly sentence: string;
}
export interface ReadReturn {
  readonly settled: readonly Settled[];
  readonly wrong: readonly WrongRow[];
}

const NEEDED: readonly FileColumn[] = ['清单编号', '月份', '序号', '金额(元)', '结果', '退回原因'];
const REASONS = new Map(Object.entries(BOUNCE_REASONS).map(([code, words]) => [words as string, code as BounceReason]));
const plain = (cell: string | undefined): string => (cell ?? '').trim().replace(/^'/, '');

/**
 * Reads the finance office's answer and holds it against the list, line by line: all that is wrong is said at once, and one wrong line
 * means that nothing is taken.
 * @param awaited the amount in fen of every line that was exported, by its number
 * @throws ServiceProblem `import-unreadable`
 */
export async function readReturn(bytes: Buffer, list: ListRow, awaited: ReadonlyMap<number, number>): Promise<ReadReturn> {
  const { text } = decode(bytes);
  const settled = new Map<number, Settled>();
  const wrong: WrongRow[] = [];
  let places: ReadonlyMap<string, number> | undefined;
  let at = 0;
  for await (const cells of csvRows(text)) {
    at += 1;
    if (!places) {
      places = new Map(cells.map((name, i) => [plain(name), i]));
      const missing = NEEDED.filter((name) => !places?.has(name));
      if (missing.length > 0) return { settled: [], wrong: [{ row: 1, sentence: `少了这几列：${missing.join('、')}` }] };
      continue;
    }
    if (cells.every((one) => one.trim() === '')) continue;
    const of = (name: FileColumn): string => plain(cells[places?.get(name) ?? -1]);
    const found = lineOf(of, list, awaited, settled);
    if (typeof found === 'string') wrong.push({ row: at, sentence: found });
    else settled.set(found.n, found);
  }
  const absent = [...awaited.keys()].filter((n) => !settled.has(n));
  if (wrong.length === 0 && absent.length > 0)
    wrong.push({
      row: 0,
      sentence: `清单里的第 ${absent.slice(0, 10).join('、')}${absent.length > 10 ? ' 等' : ''} 行没有回，共 ${absent.length} 行`,
    });
  return { settled: [...settled.values()], wrong };
}

function lineOf(
  of: (name: FileColumn) => string,
  list: ListRow,
  awaited: ReadonlyMap<number, number>,
  before: ReadonlyMap<number, Settled>,
): Settled | string {
  const [number, month, place, result, why] = [of('清单编号'), of('月份'), of('序号'), of('结果'), of('退回原因')];
  if (month !== list.month) return `写的是 ${month || '空'} 月份，这份清单是 ${list.month}`;
  if (number !== listNumber(list)) return `清单编号 ${number || '空'} 不是这一份的`;
  const n = /^\d{1,7}$/.test(place) ? Number(place) : Number.NaN;
  const amount = awaited.get(n);
  if (amount === undefined) return `序号 ${place || '空'} 不在导出的清单里`;
  if (before.has(n)) return `序号 ${n} 写了两次`;
  if (fenOf(of('金额(元)')) !== amount) return `序号 ${n} 的金额和清单不一样`;
  if (result === RESULTS.paid) return why === '' ? { n, state: 'paid' } : `序号 ${n} 写了已发，又写了退回原因`;
  if (result !== RESULTS.bounced) return `序号 ${n} 的结果要写“${RESULTS.paid}”或“${RESULTS.bounced}”`;
  const reason = REASONS.get(why);
  return reason ? { n, state: 'bounced', reason } : `序号 ${n} 的退回原因要在这几样里：${[...REASONS.keys()].join('、')}`;
}
