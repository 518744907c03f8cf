import { type ShareView, staffApi } from '@assist/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { usePageTitle } from '../../components/page-title.ts';
import { ProblemBox, ProblemNote } from '../../components/problem-note.tsx';
import { Shell } from '../../components/shell.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { WordsDialog } from '../../components/words-dialog.tsx';
import { call } from '../../platform/api.ts';
import { momentText } from '../../platform/dates.ts';
import { useCommand } from '../../platform/use-command.ts';

const key = ['shares'] as const;
const ENDED: Readonly<Record<NonNullable<ShareView['ended']>, string>> = {
  answered: '办了',
  'taken-back': '收回了',
  'item-closed': '这一件办完了',
  'past-its-day': '到期了',
};

/** One item at a time, handed over from elsewhere with what it takes and no more; and what was handed to others. */
export function SharesPage() {
  usePageTitle('互相帮的');
  const queries = useQueryClient();
  const list = useQuery({ queryKey: key, queryFn: () => call(staffApi.shares, {}), retry: 1 });
  const [answering, setAnswering] = useState<ShareView | null>(null);
  const answer = useCommand(
    useCallback(
      async (_key: string, shareId: string, words: string) => {
        const done = await call(staffApi.answerShare, { params: { shareId }, body: { words } });
        await queries.invalidateQueries({ queryKey: key });
        return done;
      },
      [queries],
    ),
  );
  const end = useCommand(
    useCallback(
      async (_key: string, shareId: string) => {
        const done = await call(staffApi.endShare, { params: { shareId } });
        await queries.invalidateQueries({ queryKey: key });
        return done;
      },
      [queries],
    ),
  );
  return (
    <Shell>
      <main className="work">
        <div className="work__head">
          <h1>互相帮的</h1>
          <p className="summary">别处请我们看的，只给办这一件要用的；办完、到期就收回</p>
        </div>
        {list.isPending ? (
          <Waiting rows={6} what="互相帮的" />
        ) : list.isError ? (
          <ProblemNote error={list.error} again={() => void list.refetch()} />
        ) : (
          <>
            <section className="card rows" aria-label="请我们帮的">
              <table className="q">
                <caption>请我们帮的，先到期的在前</caption>
                <tbody>
                  {list.data.toUs.map((one) => (
                    <tr key={one.shareId}>
                      <td>
                        <b>{one.facts.name}</b>
                        <span className="sub nums">{one.facts.number}</span>
                      </td>
                      <td>
                        {one.facts.asked}
                        <span className="sub nums">{[one.facts.place, one.facts.phone].filter(Boolean).join('，')}</span>
                      </td>
                      <td>
                        {one.from.name}
                        <span className="sub">
                          {one.givenBy}，{momentText(one.until)} 以前
                        </span>
                      </td>
                      <td>
                        <Button size="small" onClick={() => setAnswering(one)} aria-label={`写 ${one.facts.name} 这一件看到什么`}>
                          办了，写明
                        </Button>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {list.data.toUs.length === 0 && <p className="empty">现在没有别处请帮的。</p>}
            </section>
            {list.data.fromUs.length > 0 && (
              <section className="card rows" aria-label="我们请别处帮的">
                <table className="q">
                  <caption>我们请别处帮的</caption>
                  <tbody>
                    {list.data.fromUs.map((one) => (
                      <tr key={one.shareId}>
                        <td>
                          <b>{one.facts.name}</b>
                          <span className="sub nums">{one.facts.number}</span>
                        </td>
                        <td>
                          {one.facts.asked}
                          {one.answer && (
                            <span className="sub">
                              {one.answer.by}：{one.answer.words}
                            </span>
                          )}
                        </td>
                        <td>
                          {one.to.staffName ?? one.to.name}
                          <span className="sub">{one.ended ? ENDED[one.ended] : `${momentText(one.until)} 以前`}</span>
                        </td>
                        <td>
                          {!one.ended && (
                            <Button size="small" disabled={end.busy} onClick={() => void end.run(one.shareId)}>
                              收回
                            </Button>
                          )}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
                {end.problem && <ProblemBox problem={end.problem} />}
              </section>
            )}
          </>
        )}
      </main>
      {answering && (
        <WordsDialog
          title={`${answering.facts.name}：办了`}
          label="看到什么、做了什么"
          missing="写一句，就能送。"
          ok="送回去"
          max={1000}
          busy={answer.busy}
          problem={answer.problem}
          onSend={async (words) => {
            if (await answer.run(answering.shareId, words)) setAnswering(null);
          }}
          onClose={() => setAnswering(null)}
        >
          <p className="sub">写好就还回 {answering.from.name}，这里不再看得到。</p>
        </WordsDialog>
      )}
    </Shell>
  );
}
