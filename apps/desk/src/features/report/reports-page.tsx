import { REPORT_KINDS, type ReportKind, type ReportView, staffApi } from '@assist/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router';
import { ArchiveDialog } from '../../components/archive-dialog.tsx';
import { Citations } from '../../components/citations.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { ProblemBox, ProblemNote } from '../../components/problem-note.tsx';
import { Shell } from '../../components/shell.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { call } from '../../platform/api.ts';
import { yuan } from '../../platform/money.ts';
import { saveFile } from '../../platform/save-file.ts';
import { useStaff } from '../../platform/session.tsx';
import { useCommand } from '../../platform/use-command.ts';

const KIND_WORDS: Readonly<Record<ReportKind, string>> = { 'half-year': '半年报送', inspection: '年度检查' };
type Row = ReportView['sections'][number]['rows'][number];
const UNIT_WORDS = { households: ' 户', people: ' 人', items: ' 件' } as const;

const valueText = ({ value, unit }: Row): string =>
  value === null ? '不知道' : unit === 'fen' ? yuan(value as Parameters<typeof yuan>[0]) : `${value}${UNIT_WORDS[unit]}`;

function Report({ report }: { readonly report: ReportView }) {
  const { role } = useStaff();
  const mayExport = role === 'supervisor' || role === 'confirmer';
  const [exporting, setExporting] = useState(false);
  const saving = useCommand(
    useCallback(async (_key: string, kind: ReportKind, on: string) => {
      await saveFile(`/staff/api/reports/${kind}/file`, `${KIND_WORDS[kind]}-${on}.csv`);
      return true;
    }, []),
  );
  return (
    <section className="card rows" aria-label={report.title}>
      <table className="q q--plain">
        <caption>
          {report.title}，{report.from} 到 {report.on}
          {report.due && (
            <b>
              ；{report.due.date} 前报{report.due.left === 0 ? '，就是今天' : `，还有 ${report.due.left} 天`}
            </b>
          )}
        </caption>
        {report.sections.map((section) => (
          <tbody key={section.title}>
            <tr>
              <th scope="rowgroup" colSpan={2}>
                {section.title}
              </th>
            </tr>
            {section.rows.map((one) => (
              <tr key={one.label}>
                <td>
                  {one.label}
                  {one.note && <span className="sub">{one.note}</span>}
                </td>
                <td className="nums">{valueText(one)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      <div className="card--pad">
        {report.notes.map((note) => (
          <p key={note} className="sub">
            {note}
          </p>
        ))}
        <Citations clauses={report.clauses} />
        <p className="row__acts report__acts">
          <Button loading={saving.busy} onClick={() => saving.run(report.kind, report.on)}>
            存成表格
          </Button>
          <Button onClick={() => window.print()}>打印</Button>
          {report.kind === 'inspection' && mayExport && <Button onClick={() => setExporting(true)}>导出各户档案</Button>}
        </p>
        {exporting && (
          <ArchiveDialog ask={{ kind: 'inspection' }} title={`年度检查：导出${report.place}各户档案`} onClose={() => setExporting(false)} />
        )}
        {saving.problem && <ProblemBox problem={saving.problem} />}
      </div>
    </section>
  );
}

/** What goes to the district and the city: this year's counts, with what no document says. */
export function ReportsPage() {
  usePageTitle('报表');
  const [search, setSearch] = useSearchParams();
  const kind = REPORT_KINDS.find((one) => one === search.get('kind')) ?? 'half-year';
  const report = useQuery({ queryKey: ['report', kind], queryFn: () => call(staffApi.report, { params: { kind } }), retry: 1 });
  return (
    <Shell>
      <main className="work">
        <div className="work__head">
          <h1>报表</h1>
          <p className="summary">{report.data?.place}</p>
        </div>
        <fieldset className="filters" aria-label="哪一份">
          {REPORT_KINDS.map((one) => (
            <button
              key={one}
              type="button"
              className="chip"
              aria-pressed={one === kind}
              onClick={() => setSearch({ kind: one }, { replace: true })}
            >
              {KIND_WORDS[one]}
            </button>
          ))}
        </fieldset>
        {report.data ? (
          <Report report={report.data} />
        ) : report.isPending ? (
          <Waiting rows={8} what="报表" />
        ) : (
          <ProblemNote error={report.error} again={() => report.refetch()} />
        )}
      </main>
    </Shell>
  );
}
