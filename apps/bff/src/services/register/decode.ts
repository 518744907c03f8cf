import { ServiceProblem } from '../problem.ts';

export type Encoding = 'utf-8' | 'gb18030';
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

const unreadable = (sentence: string): ServiceProblem => new ServiceProblem('import-unreadable', { fields: [{ path: 'file', sentence }] });

/**
 * The text of a file: UTF-8 with or without its mark, or GB18030 (what spreadsheets in China save). Bytes that are neither, and files
 * of other kinds, are said to be so: a register half read would be worse than none.
 * @throws ServiceProblem `import-unreadable`
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) throw unreadable('文件是空的');
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw unreadable('这是表格文件，请在表格里另存为 CSV 再送');
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    throw unreadable('这个文件是 UTF-16，请另存为 CSV UTF-8 再送');
  // No text has a zero byte; nearly every other kind of file does.
  if (bytes.includes(0)) throw unreadable('这个文件不是文字，请另存为 CSV 再送');
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    const text = tryDecode(bytes, encoding);
    if (text !== undefined) return { text, encoding };
  }
  throw unreadable('文字编码认不出来：请另存为 CSV UTF-8 再送');
}

function tryDecode(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
