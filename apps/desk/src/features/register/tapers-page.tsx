import './tapers.css';
import type { TaperLedger } from '@assist/contracts';
import { Button } from 'antd';
import { useCallback } from 'react';
import { Citations } from '../../components/citations.tsx';
import { Icon } from '../../components/icon.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { ProblemBox, ProblemNote } from '../../components/problem-note.tsx';
import { Shell } from '../../components/shell.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { civilDayOf, fullMomentText, monthText, wholeDayText } from '../../platform/dates.ts';
import { yuan } from '../../platform/money.ts';
import { saveFile } from '../../platform/save-file.ts';
import { useMayAct, useStaff } from '../../platform/session.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { TaperRow } from './taper-row.tsx';
import { useCaseFiles, useTaperLedger } from './use-register.ts';

const ENDED: readonly (readonly [keyof TaperLedger['ended'], string])[] = [
  ['unchanged', '照旧'],
  ['raise', '增加'],
  ['cut', '开始减发的程序'],
  ['stop', '开始停发的程序'],
];

function Figures({ ledger }: { readonly ledger: TaperLedger }) {
  const most = Math.max(1, ...ledger.months.map((one) => one.households));
  const ended = ENDED.reduce((sum, [id]) => sum + ledger.ended[id], 0);
  return (
    <div className="kpis">
      <section className="card card--pad kpi" aria-label="在期内">
        <p>在期内</p>
        <b>{ledger.households}</b> 户，{ledger.members} 人
      </section>
      <section className="card card--pad kpi" aria-label="30 天内到期">
        <p>30 天内到期，含过了期的</p>
        <b>{ledger.soon}</b> 户<p>{ledger.soonNotVisited > 0 ? `${ledger.soonNotVisited} 户还没去家里` : '都去过家里了'}</p>
      </section>
      <section className="card card--pad kpi" aria-label="今年期满">
        <p>今年期满、记了结论 {ended} 户</p>
        <div className="flow">
          {ENDED.map(([id, words]) => (
            <span key={id}>
              {words} <b>{ledger.ended[id]}</b>
            </span>
          ))}
        </div>
      </section>
      <section className="card card--pad kpi" aria-label="哪个月到期几户">
        <p>哪个月到期几户</p>
        <div className="bars">
          {ledger.months.map(({ month, households }) => (
            <span key={month}>
              <b>{households}</b>
              <i style={{ height: 2 + Math.round((26 * households) / most) }} aria-hidden="true" />
              {monthText(month).slice(5)}
            </span>
          ))}
        </div>
      </section>
    </div>
  );
}

/** 渐退期台账: whoever is paid on for six months above the line, until when, and what is done before the end. There is no "stop early". */
export function TapersPage() {
  usePageTitle('渐退期台账');
  const staff = useStaff();
  const ledger = useTaperLedger();
  const files = useCaseFiles({ due: 'taper' });
  const rows = files.data?.pages.flatMap((p) => p.items) ?? [];
  const today = civilDayOf(Date.now());
  const line = ledger.data?.line;
  const mayAct = useMayAct();
  const saving = useCommand(
    useCallback(async (_key: string, on: string) => {
      await saveFile('/staff/api/tapers/file', `渐退期台账-${on}.csv`);
      return true;
    }, []),
  );
  return (
    <Shell>
      <main className="work">
        <p className="only-print print-from">
          {staff.office.name} {staff.name} {fullMomentText(Date.now())} 打印，仅用于办理社会救助
        </p>
        <div className="work__head">
          <h1>渐退期台账</h1>
          <p className="summary">期内按原确认金额发，没有“提前停”</p>
          <div className="offer">
            {mayAct && (
              <Button icon={<Icon name="save-to" size={17} />} loading={saving.busy} onClick={() => void saving.run(today)}>
                导出
              </Button>
            )}{' '}
            <Button icon={<Icon name="print" size={17} />} onClick={() => window.print()}>
              打印
            </Button>
          </div>
        </div>
        {saving.problem && <ProblemBox problem={saving.problem} />}
        {ledger.error && <ProblemNote error={ledger.error} again={() => void ledger.refetch()} />}
        {ledger.data && <Figures ledger={ledger.data} />}
        <section className="card rows" aria-label="渐退期里的家庭">
          {files.isPending ? (
            <Waiting rows={8} what="渐退期台账" />
          ) : files.isError && rows.length === 0 ? (
            <ProblemNote error={files.error} again={() => void files.refetch()} />
          ) : (
            <>
              <table className="q">
                <thead>
                  <tr>
                    <th scope="col">家庭</th>
                    <th scope="col">每月照发</th>
                    <th scope="col">到第几个月</th>
                    <th scope="col">到期</th>
                    <th scope="col">到期前要做</th>
                    <th scope="col">期满以后</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <TaperRow key={row.caseId} row={row} today={today} />
                  ))}
                </tbody>
              </table>
              {rows.length === 0 && <p className="empty">现在没有在渐退期里的。</p>}
              {files.hasNextPage && (
                <Button type="text" block className="more" loading={files.isFetchingNextPage} onClick={() => files.fetchNextPage()}>
                  下面还有，再取一些
                </Button>
              )}
            </>
          )}
          <div className="tapers__rest">
            {line && (
              <>
                <p className="sub">
                  低保线：{wholeDayText(line.from)}起，城 {yuan(line.urban)}，农 {yuan(line.rural)}
                  （每人每月）。在册名单里没有收入，超过多少看每一户的程序。
                </p>
                <Citations clauses={line.clauses} />
              </>
            )}
            {ledger.data && <Citations clauses={ledger.data.clauses} />}
          </div>
        </section>
      </main>
    </Shell>
  );
}
