import { APPLIED_AS, type RunView } from '@assist/contracts';
import { Button } from 'antd';
import { ProblemBox } from '../../components/problem-note.tsx';
import { useHandleAs } from './use-run.ts';

/** By whose rules an application goes on: its steps and days are theirs from then on, until an opinion settles it. */
export function HandleAsCard({ run, mayAct }: { readonly run: RunView; readonly mayAct: boolean }) {
  const handling = useHandleAs(run.runId);
  const others = APPLIED_AS.flatMap(
    (id) => run.mayHandleAs?.filter((one) => one.procedure === id).map(({ title }) => ({ id, title })) ?? [],
  );
  if (!mayAct || others.length === 0) return null;
  return (
    <section className="card" aria-label="按哪一种办">
      <h2>按哪一种办</h2>
      <p className="sub">现在按“{run.title}”。改了，步骤和期限跟着换，日子还从受理那天算；提了意见就不能改。</p>
      <div className="stack">
        {others.map((one) => (
          <Button key={one.id} size="small" loading={handling.busy} onClick={() => void handling.run(one.id)}>
            改按“{one.title}”
          </Button>
        ))}
      </div>
      {handling.problem && <ProblemBox problem={handling.problem} />}
    </section>
  );
}
