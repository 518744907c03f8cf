import { staffApi } from '@assist/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { Icon } from '../../components/icon.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Shell } from '../../components/shell.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { call } from '../../platform/api.ts';
import { fullMomentText } from '../../platform/dates.ts';
import { useStaff } from '../../platform/session.tsx';

/** Who did what to which thing and how it ended, for the auditor of the township. Newest first, nothing can be changed here. */
export function AuditPage() {
  usePageTitle('留痕');
  const { office } = useStaff();
  const trail = useInfiniteQuery({
    queryKey: ['audit'],
    queryFn: ({ pageParam }) => call(staffApi.auditTrail, { query: pageParam ? { cursor: pageParam } : {} }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    gcTime: 0,
    refetchOnWindowFocus: false,
    retry: 1,
  });
  const items = trail.data?.pages.flatMap((p) => p.items) ?? [];
  return (
    <Shell>
      <main className="work">
        <div className="work__head">
          <h1>留痕</h1>
          <p className="summary">{office.name}，新的在前，只能看</p>
          <div className="offer">
            <Button
              size="small"
              type="text"
              onClick={() => trail.refetch()}
              loading={trail.isRefetching}
              icon={<Icon name="refresh" size={16} />}
            >
              换上最新的
            </Button>
            <Button size="small" onClick={() => window.print()} icon={<Icon name="print" size={16} />}>
              打印
            </Button>
          </div>
        </div>
        <section className="card rows">
          {trail.isPending ? (
            <Waiting rows={10} what="留痕" />
          ) : trail.isError && items.length === 0 ? (
            <ProblemNote error={trail.error} again={() => trail.refetch()} />
          ) : (
            <>
              <table className="q q--audit">
                <thead>
                  <tr>
                    <th scope="col">几时</th>
                    <th scope="col">谁</th>
                    <th scope="col">做了什么</th>
                    <th scope="col">对哪一件</th>
                    <th scope="col">结果</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((i, n) => (
                    <tr key={`${i.at}-${n}`}>
                      <td className="nums">{fullMomentText(i.at)}</td>
                      <td>{i.who}</td>
                      <td>{i.what}</td>
                      <td className="nums">{i.applicationId ? <Link to={`/cases/${i.applicationId}`}>{i.object}</Link> : i.object}</td>
                      <td>{i.result}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {items.length === 0 && <p className="empty">还没有留痕。</p>}
              {trail.hasNextPage && (
                <Button type="text" block className="more" loading={trail.isFetchingNextPage} onClick={() => trail.fetchNextPage()}>
                  再往前看
                </Button>
              )}
            </>
          )}
        </section>
      </main>
    </Shell>
  );
}
