import './signatures-section.css';
import type { CaseView } from '@assist/contracts';
import { momentText } from '../../platform/dates.ts';
import { statementRows } from './signatures.ts';

/** Each statement on a line of its own: which version was shown, who signed it, who not yet. */
export function SignaturesSection({ view }: { readonly view: CaseView }) {
  const rows = statementRows(view);
  return (
    <section className="signatures" aria-label="签过的同意">
      <h3>签过的同意</h3>
      {rows.length === 0 && <p className="sub">没有记录。</p>}
      {rows.map((r) => (
        <div key={`${r.statement}@${r.version}`} className="signature">
          <b>{r.title}</b>
          <small className="nums">
            {r.version} 版{!r.current && '，现在有新版'}
          </small>
          <p>
            {r.signed.length ? `已签：${r.signed.map((s) => `${s.name}${s.at ? ` ${momentText(s.at)}` : ''}`).join('，')}` : '没有人签'}
          </p>
          {r.notYet.length > 0 && (
            <p className="signature__not">
              还没签：{r.notYet.join('、')}
              {r.statement === 'cross-check' && '。没同意的人不能核对'}
            </p>
          )}
        </div>
      ))}
    </section>
  );
}
