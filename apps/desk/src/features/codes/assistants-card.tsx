import { type AssistantView, staffApi } from '@assist/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useCallback, useState } from 'react';
import { ProblemBox, ProblemNote } from '../../components/problem-note.tsx';
import { call } from '../../platform/api.ts';
import { fullMomentText } from '../../platform/dates.ts';
import { useCommand } from '../../platform/use-command.ts';

const key = ['assistants'] as const;

function EndDialog({ one, onClose }: { readonly one: AssistantView; readonly onClose: () => void }) {
  const queries = useQueryClient();
  const { accountId } = one;
  const end = useCommand(
    useCallback(
      async (_key: string) => {
        const done = await call(staffApi.endAssistant, { params: { accountId } });
        await queries.invalidateQueries({ queryKey: key });
        return done;
      },
      [queries, accountId],
    ),
  );
  const send = async (): Promise<void> => {
    if (await end.run()) onClose();
  };
  return (
    <Modal
      open
      title={`${one.name}不再是协理员`}
      onCancel={onClose}
      onOk={send}
      okText={end.busy ? '正在送' : '不再是'}
      cancelText="还是"
      confirmLoading={end.busy}
      destroyOnHidden
    >
      <p>这部手机以后和大家的一样，一天能帮的人少一些。他帮人办过的都照算。</p>
      {end.problem && <ProblemBox problem={end.problem} again={send} />}
    </Modal>
  );
}

/** Phones of village assistants and of counters: who named them, and an end. They see nothing more than others do. */
export function AssistantsCard() {
  const list = useQuery({ queryKey: key, queryFn: () => call(staffApi.assistants, {}), retry: 1 });
  const [ending, setEnding] = useState<AssistantView | null>(null);
  return (
    <section className="card assistants" aria-label="协理员和窗口的手机">
      <h2>协理员和窗口的手机</h2>
      <p className="sub">一天能帮的人多一些，别的和大家一样，看不到别人家的事。</p>
      {list.isError ? (
        <ProblemNote error={list.error} again={() => void list.refetch()} />
      ) : (
        <ul>
          {list.data?.map((one) => (
            <li key={one.accountId}>
              <div>
                <b>{one.name}</b>
                <span className="sub nums">
                  {fullMomentText(one.namedAt)} {one.namedBy}定的{one.endedAt && `，${fullMomentText(one.endedAt)} 起不再是`}
                </span>
              </div>
              {!one.endedAt && (
                <Button size="small" onClick={() => setEnding(one)} aria-label={`${one.name}不再是协理员`}>
                  不再是
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {list.data?.length === 0 && <p className="empty">还没有。给码的时候选上“他是村社协理员”。</p>}
      {ending && <EndDialog one={ending} onClose={() => setEnding(null)} />}
    </section>
  );
}
