import type { VisitsToday } from '@assist/contracts';
import { Link } from 'react-router';
import { HALF_WORDS, PLACE_WORDS } from '../../components/visit-words.ts';

/** Whom the township meets today by arrangement, mornings first. Nobody: no card. */
export function VisitsCard({ visits }: { readonly visits: VisitsToday['visits'] | undefined }) {
  if (!visits?.length) return null;
  return (
    <section className="card mine mine--visits" aria-label="今天上门">
      <p className="dlab">今天上门 {visits.length} 户</p>
      <ul>
        {visits.map((one) => (
          <li key={one.workItemId}>
            <span>
              <Link to={`/authentications/${one.workItemId}`}>{one.whoName}</Link>
              <span className="sub">
                {HALF_WORDS[one.half]}，{PLACE_WORDS[one.where]}，{one.visitors.join('、')}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
