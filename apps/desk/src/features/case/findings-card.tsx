import type { CaseView, FindingView } from '@assist/contracts';
import { Citations } from '../../components/citations.tsx';
import { Icon } from '../../components/icon.tsx';
import { VerdictMark } from '../../components/verdict-mark.tsx';
import { forOfficer, memberName, numbersText, stillUnknown, VERDICT_WORDS } from './findings.ts';

function Titled({ finding, view }: { readonly finding: FindingView; readonly view: CaseView }) {
  const who = memberName(view, finding.member);
  return (
    <div className="find__h">
      <b>
        {who && `${who}，`}
        {finding.title}
      </b>
      <span>{VERDICT_WORDS[finding.verdict]}</span>
    </div>
  );
}

function Node({ finding, view, top }: { readonly finding: FindingView; readonly view: CaseView; readonly top: boolean }) {
  const numbers = numbersText(finding);
  return (
    <li className={top ? 'find' : 'find find--below'}>
      <VerdictMark verdict={finding.verdict} small={!top} />
      <div className="find__b">
        <Titled finding={finding} view={view} />
        {finding.sentence && <p>{finding.sentence}</p>}
        {numbers && <p className="nums find__n">{numbers}</p>}
        <Citations clauses={finding.clauses} />
        {finding.children.length > 0 && (
          <details open={top}>
            <summary>一条一条怎么来的（{finding.children.length}）</summary>
            <ol>
              {finding.children.map((c, i) => (
                <Node key={`${c.rule}-${i}`} finding={c} view={view} top={false} />
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
  const judged = forOfficer(assessment.findings);
  const unknown = stillUnknown(assessment.findings);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a column that scrolls must be reachable by keyboard
    <section className="card finds" aria-label="规则结果" tabIndex={0}>
      <div className="card__h">
        <h2>规则结果</h2>
        <span className="sub">规则包 {assessment.packageVersion}</span>
      </div>
      <p className="finds__advice">按他们写的算，只是建议，不是决定。够不上也能申请，谁也不能凭它退回。</p>
      {judged.length > 0 && (
        <section className="judge" aria-label="要人来定">
          <h3>
            <Icon name="half" size={18} />
            要人来定 {judged.length} 处
          </h3>
          <ul>
            {judged.map(({ finding, under }) => (
              <li key={`${finding.rule}-${finding.member ?? ''}`}>
                <b>
                  {memberName(view, finding.member) && `${memberName(view, finding.member)}，`}
                  {finding.title}
                </b>
                {under.length > 0 && <small>{under.join('，')}</small>}
                <p>{finding.sentence}</p>
                {finding.clauses.map((c) => (
                  <q key={c.id}>{c.gist}</q>
                ))}
                <Citations clauses={finding.clauses} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {unknown.length > 0 && (
        <section className="judge judge--unknown" aria-label="还没问清">
          <h3>
            <Icon name="ring" size={18} />
            还没问清 {unknown.length} 处
          </h3>
          <ul>
            {unknown.map(({ finding }) => (
              <li key={`${finding.rule}-${finding.member ?? ''}`}>
                <b>
                  {memberName(view, finding.member) && `${memberName(view, finding.member)}，`}
                  {finding.title}
                </b>
                <p>{finding.sentence}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ol className="finds__all">
        {assessment.findings.map((f, i) => (
          <Node key={`${f.rule}-${i}`} finding={f} view={view} top />
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
