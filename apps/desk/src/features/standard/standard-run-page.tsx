import './standard.css';
import { STANDARD_OUTCOMES, STANDARD_STEPS, type StandardOutcome, type StandardProposalView, type StandardStep } from '@assist/contracts';
import { Button, Checkbox, Radio } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Citations } from '../../components/citations.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { ProblemBox, ProblemNote } from '../../components/problem-note.tsx';
import { Shell } from '../../components/shell.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { wholeDayText } from '../../platform/dates.ts';
import { yuan } from '../../platform/money.ts';
import { useStaff } from '../../platform/session.tsx';
import { useStandardRun, useStart, useStep } from './use-standards.ts';
import { OUTCOME_WORDS, STEP_WORDS } from './words.ts';

const AT_ONCE = 50;

function Row({
  row,
  chosen,
  said,
  onChoose,
}: {
  readonly row: StandardProposalView;
  readonly chosen: boolean;
  readonly said: readonly string[];
  readonly onChoose: (chosen: boolean) => void;
}) {
  const difference = row.amount === undefined ? undefined : row.amount - row.paid;
  return (
    <tr>
      <td>{row.next && <Checkbox checked={chosen} onChange={(e) => onChoose(e.target.checked)} aria-label={`选 ${row.name}`} />}</td>
      <td>
        <Link className="row__open" to={row.runId ? `/runs/${row.runId}` : `/register/${row.caseId}`}>
          {row.name}
        </Link>
        <span className="sub nums">
          {row.registerNumber}，{row.members} 人，{row.office}
        </span>
      </td>
      <td className="nums">{yuan(row.paid)}</td>
      <td className="nums">{row.amount === undefined ? '—' : yuan(row.amount)}</td>
      <td className="nums">
        {difference === undefined ? '—' : difference > 0 ? `多 ${yuan(difference)}` : difference < 0 ? `少 ${yuan(-difference)}` : '一样'}
      </td>
      <td>
        {row.why ?? row.standing}
        {said.map((one) => (
          <span key={one} className="sub">
            还差：{one}
          </span>
        ))}
      </td>
    </tr>
  );
}

/** Every household beside what the standard gives it: looked at, and what is more taken through its steps, several at once. */
export function StandardRunPage() {
  usePageTitle('按新标准重新算');
  const { standardRunId = '' } = useParams();
  const staff = useStaff();
  const [outcome, setOutcome] = useState<StandardOutcome>('raise');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState<ReadonlyMap<string, readonly string[]>>(new Map());
  const list = useStandardRun(standardRunId, outcome);
  const stepping = useStep(standardRunId);
  const again = useStart(standardRunId);
  const run = list.data?.pages[0]?.run;
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const waiting = (step: StandardStep) => rows.filter((one) => one.next === step);
  const take = async (step: StandardStep): Promise<void> => {
    const those = waiting(step).filter((one) => chosen.has(one.caseId));
    const items = await stepping.run(
      step,
      those.slice(0, AT_ONCE).map((one) => one.caseId),
    );
    if (!items) return;
    setSaid(new Map(items.filter((one) => !one.done).map((one) => [one.caseId, one.missing])));
    setChosen(new Set(items.filter((one) => !one.done).map((one) => one.caseId)));
  };
  const mayLookAgain = run?.ready && (staff.role === 'confirmer' ? !run.office : staff.role === 'supervisor' && run.office);
  return (
    <Shell>
      <main className="work">
        <div className="work__head">
          <h1>{run ? `${wholeDayText(run.standard.from)}起的标准，${run.office?.name ?? '全区'}` : '按新标准重新算'}</h1>
          <p className="summary">{run && !run.ready ? '正在算，算好的先看得到' : '每一户：现在多少、算出来多少、差多少'}</p>
        </div>
        {run?.notes.map((note) => (
          <div key={note.sentence} className="std__note">
            <p>{note.sentence}</p>
            <Citations clauses={note.clauses} />
          </div>
        ))}
        <section className="card rows" aria-label="每一户">
          <div className="card__h">
            <Radio.Group
              value={outcome}
              onChange={(e) => {
                setOutcome(e.target.value as StandardOutcome);
                setChosen(new Set());
              }}
              optionType="button"
              options={STANDARD_OUTCOMES.map((value) => ({ value, label: `${OUTCOME_WORDS[value]} ${run?.counts[value] ?? ''}` }))}
            />
            {mayLookAgain && (
              <Button size="small" loading={again.busy} onClick={() => void again.run(run.standard.from)}>
                新来的、补全了的，再算一遍
              </Button>
            )}
          </div>
          {STANDARD_STEPS.filter((step) => waiting(step).length > 0).map((step) => {
            const n = waiting(step).filter((one) => chosen.has(one.caseId)).length;
            return (
              <p key={step} className="std__steps">
                <Button
                  size="small"
                  onClick={() =>
                    setChosen(
                      new Set(
                        waiting(step)
                          .slice(0, AT_ONCE)
                          .map((one) => one.caseId),
                      ),
                    )
                  }
                >
                  选上等“{STEP_WORDS[step]}”的 {Math.min(AT_ONCE, waiting(step).length)} 户
                </Button>
                <Button size="small" type="primary" disabled={n === 0} loading={stepping.busy} onClick={() => void take(step)}>
                  给选上的 {n} 户：{STEP_WORDS[step]}
                </Button>
              </p>
            );
          })}
          {stepping.problem && <ProblemBox problem={stepping.problem} kept="选的还在" />}
          {list.isPending ? (
            <Waiting rows={8} what="每一户" />
          ) : list.isError && rows.length === 0 ? (
            <ProblemNote error={list.error} again={() => list.refetch()} />
          ) : (
            <table className="q q--standard">
              <thead>
                <tr>
                  <th scope="col">
                    <span className="only-reader">选</span>
                  </th>
                  <th scope="col">哪一户</th>
                  <th scope="col">现在每月</th>
                  <th scope="col">算出来</th>
                  <th scope="col">差</th>
                  <th scope="col">走到哪</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <Row
                    key={row.caseId}
                    row={row}
                    chosen={chosen.has(row.caseId)}
                    said={said.get(row.caseId) ?? []}
                    onChoose={(on) => setChosen(new Set(on ? [...chosen, row.caseId] : [...chosen].filter((one) => one !== row.caseId)))}
                  />
                ))}
              </tbody>
            </table>
          )}
          {!list.isPending && rows.length === 0 && <p className="empty">没有这样的。</p>}
          {list.hasNextPage && (
            <Button type="text" block className="more" loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
              下面还有，再取一些
            </Button>
          )}
        </section>
      </main>
    </Shell>
  );
}
