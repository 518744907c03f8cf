import type { CallOutput, staffApi } from '@assist/contracts';
import { cite, uuid } from './fixtures.ts';
import { RUN_ID } from './fixtures-run.ts';

// Invented households in their taper, in the shapes of the contracts.

type Row = CallOutput<typeof staffApi.caseFiles>['items'][number];
const day = (text: string) => text as never;
const JLP = cite('JLP53-6-5c', '九龙坡民政〔2025〕53号 六（五）', '渐退期要有台账，期内按原来的金额发');

const row = (n: number, headName: string, from: string, until: string, more: Partial<Row> = {}): Row => ({
  caseId: uuid(7100 + n),
  registerNumber: `500107-2020-04${n}`,
  headName,
  members: n + 1,
  village: '柏树社区',
  kinds: ['subsistence'],
  amount: (61_000 + n * 27_000) as never,
  taperFrom: day(from),
  taperUntil: day(until),
  taperDone: { visited: false, heard: false, asked: false },
  ...more,
});

export const TAPERED: Row[] = [
  row(1, '邓兴和', '2026-05-15', '2026-11-14', { taperRunId: RUN_ID, taperDone: { visited: true, heard: true, asked: false } }),
  row(2, '秦永芬', '2026-06-01', '2026-11-30', { taperRunId: RUN_ID, taperDone: { visited: true, heard: false, asked: false } }),
  row(3, '覃家英', '2026-08-01', '2027-01-31'),
  row(4, '龚素华', '2026-11-01', '2027-04-30'),
];

export const TAPER_LEDGER: CallOutput<typeof staffApi.taperLedger> = {
  households: 4,
  members: 14,
  soon: 2,
  soonNotVisited: 0,
  months: ['2026-11', '2026-12', '2027-01', '2027-02', '2027-03', '2027-04'].map((month, i) => ({
    month,
    households: [2, 0, 1, 0, 0, 1][i] ?? 0,
  })),
  ended: { raise: 1, unchanged: 5, cut: 0, stop: 3 },
  line: {
    urban: 77_000 as never,
    rural: 63_000 as never,
    from: day('2025-07-01'),
    clauses: [cite('YMG6-1', '渝民规〔2025〕6号', '2025 年 7 月起的低保标准')],
  },
  clauses: [JLP],
};
