import { type ChangeCase, staffApi } from '@assist/contracts';
import { Button } from 'antd';
import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import { ProblemBox } from '../../components/problem-note.tsx';
import { call } from '../../platform/api.ts';
import { useCommand } from '../../platform/use-command.ts';

/** The procedure an opinion leads to. "Unchanged" leads to none. */
const BEGINS = {
  more: { procedure: 'raise', title: '增发' },
  less: { procedure: 'cut', title: '减发' },
  stop: { procedure: 'stop', title: '停发' },
  taper: { procedure: 'taper', title: '渐退期' },
  officer: { procedure: 'review', title: '核查' },
} as const;

/** An opinion moves nothing; one press begins the procedure that may, carrying the change it comes from. */
export function BeginCard({ one }: { readonly one: ChangeCase }) {
  const navigate = useNavigate();
  const caseId = one.caseFile?.caseId;
  const { changeId } = one.change.receipt;
  const outcome = one.change.opinion?.outcome ?? '';
  const begins = Object.hasOwn(BEGINS, outcome) ? BEGINS[outcome as keyof typeof BEGINS] : undefined;
  const beginning = useCommand(
    useCallback(
      (key: string, procedure: 'raise' | 'cut' | 'stop' | 'taper' | 'review', on: string) =>
        call(staffApi.openRun, { params: { runId: key }, body: { procedure, caseId: on, changeId } }),
      [changeId],
    ),
  );
  if (!begins || !caseId) return null;
  const begin = async (): Promise<void> => {
    const run = await beginning.run(begins.procedure, caseId);
    if (run) void navigate(`/runs/${run.runId}`);
  };
  return (
    <section className="card" aria-label="开始程序">
      <h2>接下来</h2>
      <Button type="primary" block loading={beginning.busy} onClick={begin}>
        开始程序：{begins.title}
      </Button>
      <p className="sub">意见不动钱。要变，一步一步走程序，差什么系统会说。</p>
      {beginning.problem && <ProblemBox problem={beginning.problem} />}
    </section>
  );
}
