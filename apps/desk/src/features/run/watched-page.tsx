import './run.css';
import { Button } from 'antd';
import { Link } from 'react-router';
import { Citations } from '../../components/citations.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Shell } from '../../components/shell.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { useMayAct } from '../../platform/session.tsx';
import { useWatched } from './use-run.ts';
import { WatchedActs } from './watched-acts.tsx';

/** 监测名单: who left for two years, who was not confirmed, who is at risk, what waits for the joint meeting. Nobody on it receives less for being on it. */
export function WatchedPage() {
  usePageTitle('监测名单');
  const list = useWatched();
  const mayAct = useMayAct();
  const rows = list.data?.pages.flatMap((p) => p.items) ?? [];
  return (
    <Shell>
      <main className="work">
        <div className="work__head">
          <h1>监测名单</h1>
          <p className="summary">退出两年内的、没有确认的、风险高的、等会议的，继续关心</p>
        </div>
        <section className="card rows" aria-label="监测名单">
          {list.isPending ? (
            <Waiting rows={8} what="名单" />
          ) : list.isError && rows.length === 0 ? (
            <ProblemNote error={list.error} again={() => list.refetch()} />
          ) : (
            <>
              <table className="q">
                <thead>
                  <tr>
                    <th scope="col">谁</th>
                    <th scope="col">为什么</th>
                    <th scope="col">从哪天</th>
                    <th scope="col">到哪天</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((one) => (
                    <tr key={`${one.runId}-${one.why}`}>
                      <td>
                        <Link className="row__open" to={`/runs/${one.runId}`}>
                          {one.name}
                        </Link>
                        <span className="sub nums">
                          {one.members} 人{one.number && `，${one.number}`}
                        </span>
                      </td>
                      <td>
                        {one.title}
                        <Citations clauses={one.clauses} />
                      </td>
                      <td className="nums">{one.since}</td>
                      <td className="nums">
                        {one.until ?? <span className="sub">没有文件写到哪天</span>}
                        {mayAct && <WatchedActs row={one} />}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {rows.length === 0 && <p className="empty">现在没有要监测的家庭。退出的、没有确认的、要再看看的，会自己列到这里。</p>}
              {list.hasNextPage && (
                <Button type="text" block className="more" loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
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
