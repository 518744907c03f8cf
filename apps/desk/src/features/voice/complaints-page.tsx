import { COMPLAINT_ABOUT_NAMES } from '@assist/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePageTitle } from '../../components/page-title.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Shell } from '../../components/shell.tsx';
import { STATE_WORDS } from '../../components/state-words.ts';
import { Waiting } from '../../components/waiting.tsx';
import { momentText } from '../../platform/dates.ts';
import { useComplaints } from './use-voice.ts';

/** What is said of townships and their people: the district's bureau looks into it, and no township sees it. */
export function ComplaintsPage() {
  usePageTitle('举报投诉');
  const [answered, setAnswered] = useState(false);
  const list = useComplaints(answered);
  const rows = list.data?.pages.flatMap((p) => p.items) ?? [];
  return (
    <Shell>
      <main className="work">
        <div className="work__head">
          <h1>举报投诉</h1>
          <p className="summary">说镇街办事、说工作人员的，由区里查，镇街看不到</p>
        </div>
        <section className="card rows" aria-label="举报投诉">
          <fieldset className="filters" aria-label="筛选">
            <button type="button" className="chip" aria-pressed={!answered} onClick={() => setAnswered(false)}>
              没回复的
            </button>
            <button type="button" className="chip" aria-pressed={answered} onClick={() => setAnswered(true)}>
              回复过的
            </button>
          </fieldset>
          {list.isPending ? (
            <Waiting rows={6} what="举报投诉" />
          ) : list.isError && rows.length === 0 ? (
            <ProblemNote error={list.error} again={() => list.refetch()} />
          ) : (
            <>
              <table className="q">
                <thead>
                  <tr>
                    <th scope="col">什么事</th>
                    <th scope="col">哪个镇街</th>
                    <th scope="col">走到哪</th>
                    <th scope="col">几时收到</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((one) => (
                    <tr key={one.complaintId}>
                      <td>
                        <Link className="row__open" to={`/complaints/${one.complaintId}`}>
                          {COMPLAINT_ABOUT_NAMES[one.about]}
                        </Link>
                        <span className="sub nums">
                          {one.number}，{one.named ? '留了名' : '没留名'}
                        </span>
                      </td>
                      <td>{one.office}</td>
                      <td>{one.state === 'answered' ? '回复了' : STATE_WORDS[one.state]}</td>
                      <td className="nums">{momentText(one.at)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {rows.length === 0 && <p className="empty">{answered ? '还没有回复过的。' : '现在没有要查的。'}</p>}
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
