import { staffApi } from '@assist/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useCallback, useState } from 'react';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { WordsDialog } from '../../components/words-dialog.tsx';
import { call } from '../../platform/api.ts';
import { useCommand } from '../../platform/use-command.ts';
import { queueKey } from '../../platform/work.ts';

const key = ['colleagues'] as const;

/** For a supervisor: all that somebody has in hand to another, or back into the queue. */
export function HandManyCard() {
  const queries = useQueryClient();
  const list = useQuery({ queryKey: key, queryFn: () => call(staffApi.colleagues, {}), retry: 1 });
  const [from, setFrom] = useState<{ staffId: string; name: string } | null>(null);
  const [to, setTo] = useState('');
  const [said, setSaid] = useState('');
  const hand = useCommand(
    useCallback(
      async (k: string, body: { from: string; to?: string; reason: string }) => {
        const done = await call(staffApi.handManyOver, { body, key: k });
        await queries.invalidateQueries({ queryKey: key });
        void queries.invalidateQueries({ queryKey: queueKey });
        return done;
      },
      [queries],
    ),
  );
  const send = async (reason: string): Promise<void> => {
    if (!from) return;
    const done = await hand.run({ from: from.staffId, ...(to && { to }), reason });
    if (!done) return;
    setSaid(`交出去 ${done.moved} 件${done.left ? `，还有 ${done.left} 件没动（和接的人的近亲属有关，或一次太多）` : ''}。`);
    setFrom(null);
  };
  return (
    <section className="card people" aria-label="同事手上的">
      <h2>同事手上的</h2>
      {list.isPending && <Waiting rows={2} what="同事" />}
      {list.isError ? (
        <ProblemNote error={list.error} again={() => void list.refetch()} />
      ) : (
        <ul>
          {list.data?.map((one) => (
            <li key={one.staffId}>
              <div>
                <b>{one.name}</b>
                <span className="sub nums">手上 {one.holds} 件</span>
              </div>
              {one.holds > 0 && (
                <Button size="small" onClick={() => setFrom(one)} aria-label={`把${one.name}手上的都交出去`}>
                  都交出去
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <p aria-live="polite">{said}</p>
      {from && (
        <WordsDialog
          title={`${from.name}手上的都交出去`}
          label="为什么"
          missing="写一句，就能送。"
          ok="都交出去"
          max={300}
          busy={hand.busy}
          problem={hand.problem}
          onSend={(words) => void send(words)}
          onClose={() => setFrom(null)}
        >
          <label htmlFor="many-to">交给谁</label>
          <Select
            id="many-to"
            value={to}
            onChange={setTo}
            options={[
              { value: '', label: '放回队列' },
              ...(list.data ?? []).filter((one) => one.staffId !== from.staffId).map((one) => ({ value: one.staffId, label: one.name })),
            ]}
          />
        </WordsDialog>
      )}
    </section>
  );
}
