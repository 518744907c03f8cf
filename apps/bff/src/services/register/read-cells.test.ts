import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { sampleRegister } from '../../reference/sample-register.ts';
import { readHeading, tidy } from './columns.ts';
import { decode } from './decode.ts';
import { dayOf, fenOf, isName, isPlaceName, isRegisterNumber } from './read-cells.ts';
import { csvRows } from './read-csv.ts';
import { readRow } from './read-row.ts';

describe('元写成分，不经过小数', () => {
  test.each([
    ['835', 83500],
    ['835.5', 83550],
    ['835.05', 83505],
    // In doubles, 1.15 * 100 is 114.99999999999999.
    ['1.15', 115],
    ['1,280.00', 128000],
    ['￥835元', 83500],
    ['８３５．００', 83500],
    [' 0 ', 0],
  ])('%s 是 %i 分', (text, fen) => expect(fenOf(text)).toBe(fen));

  test.each(['', '-1', '835.555', '1,28', '八百', '1e3', '1000001', '99999999999', '=1+1'])('%s 不是金额', (text) =>
    expect(fenOf(text)).toBeUndefined(),
  );

  it('任何分写成元再读，还是那么多分', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (fen) => {
        expect(fenOf(`${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`)).toBe(fen);
      }),
      { seed: 7 },
    );
  });
});

describe('日子', () => {
  test.each(['2026-11-02', '2026/11/2', '2026.11.02', '20261102', '2026年11月2日', '２０２６-11-02', '2026/11/2 0:00'])('%s', (text) =>
    expect(dayOf(text)).toBe('2026-11-02'),
  );
  test.each(['2026-02-30', '11/2/2026', '46328', '2026-13-01', '去年', ''])('%s 认不出来', (text) => expect(dayOf(text)).toBeUndefined());
});

describe('像公式的格子', () => {
  test.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\t=1', '|cmd', '%0A=1'])('%s 不是名字、村社、户编号', (cell) => {
    expect([isName(tidy(cell)), isPlaceName(tidy(cell)), isRegisterNumber(tidy(cell))]).toEqual([false, false, false]);
  });
  test.each(['李素芬', '阿依古丽·买买提', 'Anna Maria', '欧阳建国'])('%s 是名字', (name) => expect(isName(name)).toBe(true));
});

describe('编码', () => {
  // 户主 in GB18030.
  const GB = Uint8Array.from([0xbb, 0xa7, 0xd6, 0xf7]);
  it('UTF-8 带不带标记、GB18030 都认得', () => {
    expect(decode(Buffer.from('户主'))).toEqual({ text: '户主', encoding: 'utf-8' });
    expect(decode(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('户主')]))).toEqual({ text: '户主', encoding: 'utf-8' });
    expect(decode(GB)).toEqual({ text: '户主', encoding: 'gb18030' });
  });
  test.each<[string, Uint8Array, string]>([
    ['空的', new Uint8Array(), '文件是空的'],
    ['表格文件', Buffer.from('PK\u0003\u0004xlsx'), '这是表格文件，请在表格里另存为 CSV 再送'],
    ['UTF-16', Buffer.from('\ufeff户主', 'utf16le'), '这个文件是 UTF-16，请另存为 CSV UTF-8 再送'],
    ['有零字节', Uint8Array.from([0x41, 0, 0x42]), '这个文件不是文字，请另存为 CSV 再送'],
    ['半个字', Uint8Array.from([0xbb, 0xa7, 0xd6]), '文字编码认不出来：请另存为 CSV UTF-8 再送'],
    ['什么编码都不是', Uint8Array.from([0xff, 0xff, 0x80, 0x41]), '文字编码认不出来：请另存为 CSV UTF-8 再送'],
  ])('%s：说出来', (_title, bytes, sentence) => {
    expect(() => decode(bytes)).toThrow(expect.objectContaining({ code: 'import-unreadable', fields: [{ path: 'file', sentence }] }));
  });
});

const all = async (text: string) => {
  const rows: (readonly string[])[] = [];
  for await (const row of csvRows(text)) rows.push(row);
  return rows;
};

describe('CSV', () => {
  it('引号、引号里的逗号和换行、几种换行', async () => {
    expect(await all('a,b\r\n"x,1","y ""z""\n2"\n,\r\n')).toEqual([
      ['a', 'b'],
      ['x,1', 'y "z"\n2'],
      ['', ''],
    ]);
  });
  it('引号没有收尾：说在第几行', async () => {
    await expect(all('a,b\n1,2\n"3,4\n')).rejects.toMatchObject({
      code: 'import-unreadable',
      fields: [{ path: 'file', sentence: '第 3 行：引号没有收尾，后面的都连在一起了' }],
    });
  });
});

describe('一行', () => {
  const HEADING = readHeading([
    '户编号',
    '户主',
    '成员姓名',
    '与户主关系',
    '身份证号',
    '镇街',
    '村社',
    '城乡',
    '待遇种类',
    '每月金额（元）',
    '起始日期',
  ]);
  const read = (change: Partial<Record<number, string>>) => {
    const cells = ['J1', '李素芬', '李素芬', '户主', '500107196303120022', '杨家坪街道', '', '城', '低保', '835', '2024-03-01'];
    for (const [at, cell] of Object.entries(change)) cells[Number(at)] = cell as string;
    return readRow(HEADING, cells, 2, '2026-11-22' as never);
  };
  it('表头认得出别的写法', () => expect(HEADING.missing).toEqual([]));

  test.each<[string, Partial<Record<number, string>>, string, string]>([
    ['检查码不对', { 4: '500107196303120021' }, '证件号码', '有一位可能看错了，请对着身份证再看一下'],
    ['被表格改成科学计数', { 4: '5.00107E+17' }, '证件号码', '被表格改成了科学计数：把这一列设成文本，重新填再存'],
    ['明天开始的待遇', { 10: '2026-11-23' }, '起始日期', '这个日子还没到'],
    ['没有这一种待遇', { 8: '养老' }, '待遇种类', '没有“养老”这一种'],
    ['负的金额', { 9: '-5' }, '每月金额(元)', '金额认不出来：写到分，不带负号，不超过一百万'],
    ['名字里有公式', { 2: '=1+1' }, '成员姓名', '认不出来，或有不该有的符号'],
    ['没有户编号', { 0: '' }, '户编号', '空着'],
  ])('%s', (_title, change, column, sentence) => {
    expect(read(change)).toMatchObject({ row: undefined, problems: [{ row: 2, column, sentence }] });
  });

  it('号码串到别的列：那一句话里没有号码', () => {
    const found = read({ 3: '500107196303120022', 8: '500107196303120022' });
    expect(found?.problems).toHaveLength(2);
    expect(JSON.stringify(found?.problems)).not.toMatch(/\d{6}/);
  });

  it('多出几格：说出来；一行全空：当没有', () => {
    expect(read({ 11: '重庆' })?.problems).toMatchObject([{ row: 2 }]);
    expect(readRow(HEADING, ['', ' '], 3, '2026-11-22' as never)).toBeUndefined();
  });
});

it('编出来的名单：同一颗种子一样，没有真地方发的号', () => {
  const register = { households: 300, seed: 5, day: '2026-11-22' as never };
  const text = sampleRegister(register);
  expect(sampleRegister(register)).toBe(text);
  expect(sampleRegister({ ...register, seed: 6 })).not.toBe(text);
  const regions = new Set([...text.matchAll(/,(\d{6})\d{11}[\dX],/g)].map((match) => match[1]));
  // The two sample residents' households are in 500107, as everywhere else in the project.
  expect([...regions].sort()).toEqual(['500100', '500107']);
});
