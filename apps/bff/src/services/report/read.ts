import type { ReportKind, ReportView } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import { dayInShanghai } from '../../clock.ts';
import { record } from '../audit/record.ts';
import { citations } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { cell, yuanDigits } from '../payment/finance-file.ts';
import { officeOf } from '../place/offices.ts';
import type { Staff } from '../staff/who.ts';
import { countedFor, sectionsOf } from './counts.ts';

/** The days by which a report goes out each year (TL42-R3). */
const HANDED_IN = ['06-25', '11-30'] as const;
const DAY_MS = 24 * 3_600_000;

const KINDS: Readonly<
  Record<ReportKind, { readonly title: string; readonly clauses: readonly string[]; readonly notes: readonly string[] }>
> = {
  'half-year': {
    title: '工作情况（6 月 25 日、11 月 30 日前）',
    clauses: ['TL42-R3'],
    notes: [
      '文件只写了哪两天以前报，没有写报哪些栏目、从哪天数起；栏目和“从 1 月 1 日数起”是我们定的。',
      '这一条出自铜梁区的文件；别的区县没有查到同样的规定。',
    ],
  },
  inspection: {
    title: '年度检查',
    clauses: ['JLP53-7-2a'],
    notes: [
      '文件写了检查哪几方面，没有写表样；栏目是我们按那几方面定的，从 1 月 1 日数起。',
      '这一条出自九龙坡区的文件；别的区县没有查到同样的规定。',
    ],
  },
};

/** The next of the two days, today counted. */
export function nextHandIn(on: CivilDate): { readonly date: CivilDate; readonly left: number } {
  const year = Number(on.slice(0, 4));
  const days = [year, year + 1].flatMap((each) => HANDED_IN.map((day) => `${each}-${day}` as CivilDate));
  const date = days.find((day) => day >= on) as CivilDate;
  return { date, left: Math.round((Date.parse(date) - Date.parse(on)) / DAY_MS) };
}

/** This year's counts of a township, or of a district for its bureau. No name is in it. */
export async function readReport(ctx: Context, staff: Staff, kind: ReportKind): Promise<ReportView> {
  const on = dayInShanghai(ctx.clock());
  const from = `${on.slice(0, 4)}-01-01` as CivilDate;
  const office = await officeOf(ctx, staff.officeId);
  const { title, clauses, notes } = KINDS[kind];
  return {
    kind,
    title,
    place: staff.role === 'confirmer' ? office.district : office.name,
    from,
    on,
    ...(kind === 'half-year' && { due: nextHandIn(on) }),
    clauses: citations(clauses),
    sections: await sectionsOf(countedFor(ctx, staff, from, on)),
    notes: [...notes],
  };
}

const UNITS = { households: '户', people: '人', items: '件', fen: '元' } as const;

/** The same as a table for a spreadsheet. */
export async function reportFile(ctx: Context, staff: Staff, kind: ReportKind) {
  const report = await readReport(ctx, staff, kind);
  await record(ctx, {
    actor: { kind: 'staff', id: staff.staffId },
    action: 'report-file-read',
    object: ['office', staff.officeId],
    officeId: staff.officeId,
    result: kind,
  });
  const rows = [
    ['栏目', '项目', '数', '单位', '说明'],
    ...report.sections.flatMap(({ title, rows: each }) =>
      each.map(({ label, value, unit, note }) => [
        title,
        label,
        value === null ? '不知道' : unit === 'fen' ? yuanDigits(value) : String(value),
        UNITS[unit],
        note ?? '',
      ]),
    ),
    ...report.notes.map((note) => ['说明', note, '', '', '']),
  ];
  const text = rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
  return { mediaType: 'text/csv; charset=utf-8', bytes: Buffer.from(`\uFEFF${text}`, 'utf8'), saveAs: `report-${kind}-${report.on}.csv` };
}
