import './findings-card.css';
import type { CaseView, FindingView } from '@assist/contracts';
import { Citations } from '../../components/citations.tsx';
import { Icon } from '../../components/icon.tsx';
import { VerdictMark } from '../../components/verdict-mark.tsx';
import { forOfficer, memberName, numbersText, stillUnknown, tally, VERDICT_WORDS } from './findings.ts';
import { OpenFindings } from './open-findings.tsx';

interface NodeProps {
  readonly finding: FindingView;
  readonly view: CaseView;
  readonly depth: number;
}

/** One node of the stored tree; what it is made of opens on a press, as deep as it goes. */
function Node({ finding, view, depth }: NodeProps) {
  const numbers = numbersText(finding);
  const who = memberName(view, finding.member);
  return (
    <li className={depth === 0 ? 'find' : 'find find--below'}>
      <VerdictMark verdict={finding.verdict} small={depth > 0} />
      <div className="find__b">
        <div className="find__h">
          <b>
            {who && `${who}，`}
            {finding.title}
          </b>
          <span>{VERDICT_WORDS[finding.verdict]}</span>
        </div>
        {finding.sentence && <p>{finding.sentence}</p>}
        {numbers && <p className="nums find__n">{numbers}</p>}
        <Citations clauses={finding.clauses} />
        {finding.clauses.length === 0 && finding.children.length === 0 && <p className="cite cite--none">依据待核</p>}
        {finding.children.length > 0 && (
          <details>
            <summary>一条一条怎么来的（{finding.children.length}）</summary>
            <ol>
              {finding.children.map((c, i) => (
                <Node key={`${c.rule}-${i}`} finding={c} view={view} depth={depth + 1} />
              ))}
            </ol>
          </details>
        )}
      </div>
    </li>
  );
}

/** The stored receipt of the policy check, as it was. It advises; a person decides, and what only a person can decide stands apart. */
export function FindingsCard({ view }: { readonly view: CaseView }) {
  const { assessment } = view;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a column that scrolls must be reachable by keyboard
    <section className="card finds" aria-label="规则结果" tabIndex={0}>
      <div className="card__h">
        <h2>规则结果</h2>
        <span className="sub">规则包 {assessment.packageVersion}</span>
      </div>
      <p className="finds__advice">按他们写的算，只是建议，不是决定。够不上也能申请，谁也不能凭它退回。</p>
      <ul className="tally" aria-label="各有几样">
        {tally(assessment.findings).map(({ verdict, count }) => (
          <li key={verdict}>
            <VerdictMark verdict={verdict} small />
            {VERDICT_WORDS[verdict]} <b className="nums">{count}</b>
          </li>
        ))}
      </ul>
      <OpenFindings view={view} open={forOfficer(assessment.findings)} kind="judge" />
      <OpenFindings view={view} open={stillUnknown(assessment.findings)} kind="unknown" />
      <ol className="finds__all">
        {assessment.findings.map((f, i) => (
          <Node key={`${f.rule}-${i}`} finding={f} view={view} depth={0} />
        ))}
      </ol>
      {assessment.findings.length === 0 && <p className="empty">这件没有规则结果。</p>}
      {assessment.notices.map((n) => (
        <div key={n.sentence} className="notice">
          <p>{n.sentence}</p>
          <Citations clauses={n.clauses} />
        </div>
      ))}
      <p className="finds__receipt">
        <Icon name="paper" />
        <span>
          {assessment.assessedOn} 收到时算的，照原样存着
          <small>
            规则包 {assessment.packageVersion}，{assessment.district}
          </small>
        </span>
      </p>
    </section>
  );
}
