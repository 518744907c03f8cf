import './run.css';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePageTitle } from '../../components/page-title.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Shell } from '../../components/shell.tsx';
import { UrgentBar } from '../../components/urgent-bar.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { civilDayOf, dayText } from '../../platform/dates.ts';
import { useStaff } from '../../platform/session.tsx';
import { ElsewhereCard } from './elsewhere-card.tsx';
import { useRuns } from './use-run.ts';

/** Procedures that go on: for the district's bureau those its townships sent up, for a township its own. */
export function RunsPage() {
  usePageTitle('在办的程序');
  const staff = useStaff();
  const [mine, setMine] = useState(staff.role !== 'auditor');
  const runs = useRuns(mine);
  const rows = runs.data?.pages.flatMap((p) => p.items) ?? [];
  const today = civilDayOf(Date.now());
  return (
    <Shell>
      <main className="work">
        {/* The district's duty has no queue: what was handed on to it stands here. */}
        {staff.role === 'confirmer' && <UrgentBar />}
        <div className="work__head">
          <h1>在办的程序</h1>
          <p className="summary">{staff.role === 'confirmer' ? '镇街报来的，由您确认' : staff.office.name}</p>
        </div>
        {staff.role === 'confirmer' && <ElsewhereCard />}
        <section className="card rows" aria-label="在办的程序">
          {staff.role !== 'auditor' && (
            <fieldset className="filters" aria-label="筛选">
              <button type="button" className="chip" aria-pressed={mine} onClick={() => setMine(true)}>
                轮到我的
              </button>
              <button type="button" className="chip" aria-pressed={!mine} onClick={() => setMine(false)}>
                全部
              </button>
            </fieldset>
          )}
          {runs.isPending ? (
            <Waiting rows={8} what="程序" />
          ) : runs.isError && rows.length === 0 ? (
            <ProblemNote error={runs.error} again={() => runs.refetch()} />
          ) : (
            <>
              <table className="q">
                <thead>
                  <tr>
                    <th scope="col">谁</th>
                    <th scope="col">程序</th>
                    <th scope="col">上一步</th>
                    <th scope="col">最近的期限</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((one) => (
                    <tr key={one.runId}>
                      <td>
                        <Link className="row__open" to={`/runs/${one.runId}`}>
                          {one.name}
                        </Link>
                        <span className="sub nums">
                          {one.number && `${one.number}，`}
                          {one.office}
                        </span>
                      </td>
                      <td>{one.title}</td>
                      <td>
                        {one.last.title}
                        <span className="sub">{dayText(one.last.on, today)}</span>
                      </td>
                      <td className="nums">{one.due ? dayText(one.due.date, today) : '没有'}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {rows.length === 0 && <p className="empty">{mine ? '现在没有轮到您的。' : '现在没有在办的程序。'}</p>}
              {runs.hasNextPage && (
                <Button type="text" block className="more" loading={runs.isFetchingNextPage} onClick={() => runs.fetchNextPage()}>
                  下面还有，再取一些
                </Button>
              )}
            </>
          )}
        </section>
      </main>
    </Shell>
  );
}
