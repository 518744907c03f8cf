import './trail.css';
import { momentText } from '../platform/dates.ts';

/** What was done, newest first. */
export function Trail({ title, lines }: { readonly title: string; readonly lines: readonly { at: string; who: string; what: string }[] }) {
  const newest = [...lines].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return (
    <section className="card trail" aria-label={title}>
      <h2>{title}</h2>
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
