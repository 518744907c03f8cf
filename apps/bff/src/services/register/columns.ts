/** Columns of a register by the name in the heading; docs/register-csv.md describes each. The second list holds other names that are read too. */
export const REQUIRED = [
  '户编号',
  '户主',
  '成员姓名',
  '与户主关系',
  '证件号码',
  '镇街',
  '村社',
  '城乡',
  '待遇种类',
  '每月金额(元)',
  '起始日期',
] as const;
export const OPTIONAL = [
  '证件类型',
  '出生日期',
  '电话',
  '上次核查',
  '上次见面',
  '见面方式',
  '收入种类',
  '月收入(元)',
  '残疾类别',
  '残疾等级',
  '就业状况',
  '渐退期起',
  '渐退期止',
] as const;
export type Column = (typeof REQUIRED)[number] | (typeof OPTIONAL)[number];

const ALSO: Readonly<Record<string, Column>> = {
  身份证号: '证件号码',
  身份证号码: '证件号码',
  每月金额: '每月金额(元)',
  月收入: '月收入(元)',
  乡镇街道: '镇街',
  村社区: '村社',
  联系电话: '电话',
};

const COLUMNS: ReadonlySet<string> = new Set([...REQUIRED, ...OPTIONAL]);

/** What was typed, without what spreadsheets and keyboards add: wide letters, spaces around, an apostrophe that keeps a number a text. */
export const tidy = (cell: string): string => cell.normalize('NFKC').trim().replace(/^'+/, '').trim();

/** A heading by its place in the row; columns that nobody knows are left alone. */
export interface Heading {
  readonly at: ReadonlyMap<Column, number>;
  readonly width: number;
  readonly missing: readonly Column[];
  readonly twice: readonly Column[];
}

export function readHeading(cells: readonly string[]): Heading {
  const at = new Map<Column, number>();
  const twice: Column[] = [];
  cells.forEach((cell, index) => {
    const name = tidy(cell).replace(/\s/g, '');
    const column = COLUMNS.has(name) ? (name as Column) : ALSO[name];
    if (!column) return;
    if (at.has(column)) twice.push(column);
    else at.set(column, index);
  });
  return { at, width: cells.length, missing: REQUIRED.filter((column) => !at.has(column)), twice };
}
