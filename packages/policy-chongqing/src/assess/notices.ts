import type { Citation, CivilDate, DatedTable, DeclaredAssumption, DivisionCode, Fen, Finding, Receipt, Run } from '@assist/policy';
import { addMonths, valueOn } from '@assist/policy';
import type { Household } from '../household.ts';
import { SUBSISTENCE_STANDARD } from '../values/standards.ts';

/** Words that stand over a whole receipt, by id. */
export const NOTICES = {
  'standard-may-be-newer': '目前查到的低保标准已经用了超过一年，可能有新的标准；以申请时执行的标准为准。',
  'standard-not-found': '这个地方、这一天的低保标准没有查到，都由工作人员来看。',
  'district-standard-assumed': '本区自己的标准文件还没有查到，先按全市公布的标准估算。',
  'estimate-only': '这里只是估算，不是决定。不管结果怎样，您都可以申请。',
} as const;
export type NoticeId = keyof typeof NOTICES;

/** What each of them stands on; the standard's own paper is added from the receipt, where it cites one. */
export const NOTICE_CLAUSES: Readonly<Record<NoticeId, readonly string[]>> = {
  'standard-may-be-newer': ['SAL2026-18'],
  'standard-not-found': ['SAL2026-18'],
  'district-standard-assumed': ['SAL2026-18'],
  'estimate-only': ['YM239-1-1b'],
};

export const NOTICE_ASSUMPTIONS: readonly DeclaredAssumption[] = [
  {
    id: 'standard-may-be-newer',
    title: '查到的低保标准用了超过十二个月的，提醒可能有新的',
    why: '市里这几年每年都调一次标准，但没有文件写定每年哪天调。',
    beside: ['SAL2026-18', 'F3-01', 'F3-02', 'F3-03'],
  },
  {
    id: 'district-standard-assumed',
    title: '三个区先按全市公布的低保标准估算，不拿来说够不上',
    why: '九龙坡、永川、铜梁自己的标准文件没有查到。',
    beside: ['SAL2026-18', 'F3-01'],
  },
];

/** One notice in words, with the clauses it stands on. */
export interface ExplainedNotice {
  readonly id: NoticeId;
  readonly sentence: string;
  readonly clauses: readonly Citation[];
}

const STANDARDS: ReadonlySet<string> = new Set(SUBSISTENCE_STANDARD.rows.map((row) => row.source));
const ABOUT_STANDARD: readonly NoticeId[] = ['standard-may-be-newer', 'district-standard-assumed'];

/** The notices of a stored receipt in words. Nothing is assessed anew: the standard's paper is the one the receipt cites. */
export function noticesWith(receipt: Receipt<unknown>, citationOf: (id: string) => Citation | undefined): ExplainedNotice[] {
  return receipt.notices.filter(isNotice).map((id) => {
    const papers = ABOUT_STANDARD.includes(id) ? citedStandards(receipt.findings) : [];
    const clauses = [...NOTICE_CLAUSES[id], ...papers].map((clause) => citationOf(clause) ?? { id: clause, label: clause, gist: '' });
    return { id, sentence: NOTICES[id], clauses };
  });
}

function isNotice(id: string): id is NoticeId {
  return Object.hasOwn(NOTICES, id);
}

function citedStandards(findings: readonly Finding[], into = new Set<string>()): ReadonlySet<string> {
  for (const finding of findings) {
    for (const id of finding.clauses) if (STANDARDS.has(id)) into.add(id);
    citedStandards(finding.children, into);
  }
  return into;
}

const STALE_AFTER_MONTHS = 12;

export function noticesFor(run: Run<Household>): readonly NoticeId[] {
  return ['estimate-only', ...aboutStandard(SUBSISTENCE_STANDARD, run.on, run.district)];
}

function aboutStandard(table: DatedTable<Fen>, on: CivilDate, district: DivisionCode): NoticeId[] {
  const value = valueOn(table, on, district, 'urban');
  if (value === undefined) return ['standard-not-found'];
  const notices: NoticeId[] = [];
  // A declared assumption: the city has changed it every year so far, so one older than a year may have a successor.
  if (on > addMonths(value.from, STALE_AFTER_MONTHS)) notices.push('standard-may-be-newer');
  if (value.certainty === 'assumed') notices.push('district-standard-assumed');
  return notices;
}
