import './trail-card.css';
import type { CaseView } from '@assist/contracts';
import { momentText } from '../../platform/dates.ts';

export function TrailCard({ view }: { readonly view: CaseView }) {
  const newest = [...view.audit].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return (
    <section className="card trail" aria-label="留痕">
      <h2>留痕</h2>
      <ol>
        {newest.map((a, i) => (
          <li key={`${a.at}-${i}`}>
            <time dateTime={a.at} className="nums">
              {momentText(a.at)}
            </time>
            {a.who} {a.what}
          </li>
        ))}
      </ol>
      {newest.length === 0 && <p className="sub">还没有。</p>}
    </section>
  );
}
