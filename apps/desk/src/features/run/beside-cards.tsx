import { lettersOfRun, POSTED_SHEET, RUN_LETTERS, type RunView } from '@assist/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { ProblemBox } from '../../components/problem-note.tsx';
import { WordsDialog } from '../../components/words-dialog.tsx';
import { momentText } from '../../platform/dates.ts';
import { useHear, useHoldBack, useLiftHold } from './use-run.ts';

/** What the household said in the app. One press puts it on record as heard, in their own words. */
export function StatementsCard({ run, mayAct }: { readonly run: RunView; readonly mayAct: boolean }) {
  const hearing = useHear(run.runId);
  if (!run.statements?.length) return null;
  return (
    <section className="card" aria-label="本人说的">
      <h2>本人在手机上说</h2>
      {run.statements.map((one) => (
        <div key={one.id}>
          <p>{one.words}</p>
          <p className="sub">
            {momentText(one.at)}
            {one.recorded && '，已记为听取了意见'}
          </p>
          {!one.recorded && mayAct && (
            <Button size="small" type="primary" loading={hearing.busy} onClick={() => void hearing.run(one.id)}>
              记为听取了意见
            </Button>
          )}
        </div>
      ))}
      {hearing.problem && <ProblemBox problem={hearing.problem} />}
    </section>
  );
}

/** What hangs, what is held back and why, and the letters that can be printed. */
export function PapersCard({ run, mayAct }: { readonly run: RunView; readonly mayAct: boolean }) {
  const [asking, setAsking] = useState(false);
  const [lifting, setLifting] = useState(false);
  const holding = useHoldBack(run.runId);
  const lift = useLiftHold(run.runId);
  const letters = lettersOfRun(run);
  const posting = run.postings?.at(-1);
  if (!letters.length && !posting && !run.heldBack && !mayAct) return null;
  return (
    <section className="card" aria-label="信和张贴">
      <h2>信和张贴</h2>
      {letters.map((id) => (
        <p key={id}>
          <Link className="link" to={`/runs/${run.runId}/letters/${id}`}>
            {RUN_LETTERS[id].title}
          </Link>
        </p>
      ))}
      {posting && (
        <p>
          <Link className="link" to={`/runs/${run.runId}/letters/${POSTED_SHEET}`}>
            张贴的一张
          </Link>
          <span className="sub">
            {posting.village && `在${posting.village}，`}挂到 {posting.until}
          </span>
        </p>
      )}
      {run.heldBack ? (
        <>
          <p className="sub">不张贴：{run.heldBack.reason}</p>
          {mayAct && (
            <Button size="small" onClick={() => setLifting(true)}>
              现在可以挂了
            </Button>
          )}
        </>
      ) : (
        mayAct && (
          <Button size="small" onClick={() => setAsking(true)}>
            张贴会伤到这一家，不张贴
          </Button>
        )
      )}
      {lifting && (
        <WordsDialog
          title="现在可以挂了"
          label="为什么现在可以挂了"
          missing="写明为什么"
          ok="从今天挂起"
          max={500}
          busy={lift.busy}
          problem={lift.problem}
          onSend={async (words) => {
            if (await lift.run(words)) setLifting(false);
          }}
          onClose={() => setLifting(false)}
        >
          <p className="sub">公示的 7 天从今天算起。</p>
        </WordsDialog>
      )}
      {asking && (
        <WordsDialog
          title="不张贴"
          label="为什么张贴会伤到这一家"
          missing="写明为什么"
          ok="不张贴"
          max={500}
          busy={holding.busy}
          problem={holding.problem}
          onSend={async (words) => {
            if (await holding.run(words)) setAsking(false);
          }}
          onClose={() => setAsking(false)}
        >
          <p className="sub">理由留在案里。已经挂着的公示不能提前取下。</p>
        </WordsDialog>
      )}
    </section>
  );
}
