import './standard.css';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { Citations } from '../../components/citations.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { ProblemBox, ProblemNote } from '../../components/problem-note.tsx';
import { Shell } from '../../components/shell.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { momentText, wholeDayText } from '../../platform/dates.ts';
import { yuan } from '../../platform/money.ts';
import { useStaff } from '../../platform/session.tsx';
import { useStandards, useStart } from './use-standards.ts';

/** The standard that holds, with where it was read; and each time all households were worked out by one. */
export function StandardsPage() {
  usePageTitle('低保标准');
  const staff = useStaff();
  const go = useNavigate();
  const standards = useStandards();
  const starting = useStart();
  const { inForce, runs = [], mayStart, unknown } = standards.data ?? {};
  const begun =
    inForce && runs.some((one) => one.standard.from === inForce.from && (staff.role === 'confirmer' ? !one.office : one.office));
  const start = async (): Promise<void> => {
    const run = inForce && (await starting.run(inForce.from));
    if (run) void go(`/standards/${run.standardRunId}`);
  };
  return (
    <Shell>
      <main className="work">
        <div className="work__head">
          <h1>低保标准</h1>
          <p className="summary">标准变了，每一户重新算；要加的走增发，会少的由人看，一分钱也不会自己变</p>
        </div>
        {standards.isPending ? (
          <Waiting rows={6} what="低保标准" />
        ) : standards.isError ? (
          <ProblemNote error={standards.error} again={() => standards.refetch()} />
        ) : (
          <>
            <section className="card card--pad" aria-label="现在的标准">
              {inForce && (
                <>
                  <h2>
                    {wholeDayText(inForce.from)}起：城 {yuan(inForce.urban)}，农 {yuan(inForce.rural)}（每人每月）
                  </h2>
                  {inForce.before && (
                    <p className="sub nums">
                      以前（{wholeDayText(inForce.before.from)}起）：城 {yuan(inForce.before.urban)}，农 {yuan(inForce.before.rural)}
                    </p>
                  )}
                  <Citations clauses={inForce.clauses} />
                  {inForce.assumed && <p className="sub">本区自己的文件没有查到，暂按全市的算。</p>}
                </>
              )}
              {unknown && <p className="sub">{unknown.sentence}</p>}
              {mayStart && !begun && (
                <Button type="primary" className="std__start" loading={starting.busy} onClick={() => void start()}>
                  按这个标准，每户重新算
                </Button>
              )}
              {starting.problem && <ProblemBox problem={starting.problem} />}
            </section>
            <section className="card rows" aria-label="重新算过的">
              <table className="q q--standards">
                <thead>
                  <tr>
                    <th scope="col">哪一份</th>
                    <th scope="col">要加</th>
                    <th scope="col">不变</th>
                    <th scope="col">会少，由人看</th>
                    <th scope="col">算不出，由人看</th>
                  </tr>
                </thead>
                <tbody>
                  {runs.map((one) => (
                    <tr key={one.standardRunId}>
                      <td>
                        <Link className="row__open" to={`/standards/${one.standardRunId}`}>
                          {wholeDayText(one.standard.from)}起的标准，{one.office?.name ?? '全区'}
                        </Link>
                        <span className="sub nums">
                          {momentText(one.startedAt)} {one.startedBy} 开始，{one.ready ? '算好了' : '正在算'}
                        </span>
                      </td>
                      <td className="nums">{one.counts.raise}</td>
                      <td className="nums">{one.counts.same}</td>
                      <td className="nums">{one.counts.lower}</td>
                      <td className="nums">{one.counts.person}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {runs.length === 0 && <p className="empty">还没有按新标准重新算过。</p>}
            </section>
          </>
        )}
      </main>
    </Shell>
  );
}
