import { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import { ServiceProblem } from '../problem.ts';

/** A cell of a register is a name or a number; one so long is a quote that was never closed. */
const MOST_RECORD_CHARACTERS = 20_000;
const AT_ONCE = 64 * 1024;

/**
 * Rows of cells, a few at a time. Row 1 is the heading, counted as a spreadsheet counts: a line break inside a cell is the same row.
 * @throws ServiceProblem `import-unreadable` where quotes are not closed
 */
export async function* csvRows(text: string): AsyncGenerator<readonly string[]> {
  const parser = Readable.from(pieces(text), { objectMode: false }).pipe(
    parse({
      bom: true,
      relaxColumnCount: true,
      relaxQuotes: true,
      recordDelimiter: ['\r\n', '\n', '\r'],
      maxRecordSize: MOST_RECORD_CHARACTERS,
    }),
  );
  try {
    for await (const row of parser) yield row as string[];
  } catch (error) {
    if (!isCsvError(error)) throw error;
    const sentence = `第 ${Number(error.records) + 1} 行：引号没有收尾，后面的都连在一起了`;
    throw new ServiceProblem('import-unreadable', { fields: [{ path: 'file', sentence }] });
  }
}

const isCsvError = (error: unknown): error is CsvError =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');

function* pieces(text: string): Generator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += AT_ONCE) yield bytes.subarray(at, at + AT_ONCE);
}
