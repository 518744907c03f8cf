import './trail.css';
import { momentText } from '../platform/dates.ts';
import { trailLines } from './trail-lines.ts';

/** What was done, newest first; looks of one day are one line. */
export function Trail({ title, lines }: { readonly title: string; readonly lines: readonly { at: string; who: string; what: string }[] }) {
  const shown = trailLines(lines);
  return (
    <section className="card trail" aria-label={title}>
      <h2>{title}</h2>
      <ol>
        {shown.map((a, i) => (
          <li key={`${a.at}-${i}`}>
            <time dateTime={a.at} className="nums">
              {a.from && `${momentText(a.from)} 到 `}
              {momentText(a.at)}
            </time>
            {a.who} {a.what}
            {a.times > 1 && ` ${a.times} 次`}
          </li>
        ))}
      </ol>
      {shown.length === 0 && <p className="sub">还没有。</p>}
    </section>
  );
}
