import type { VisitsToday } from '@assist/contracts';
import { Link } from 'react-router';
import { HALF_WORDS, PLACE_WORDS } from '../../components/visit-words.ts';

/** Whom the township meets today by arrangement, mornings first. Nobody: no card. */
export function VisitsCard({ today }: { readonly today: VisitsToday | undefined }) {
  if (!today?.visits.length) return null;
  const { visits, total = visits.length } = today;
  return (
    <section className="card mine mine--visits" aria-label="今天上门">
      <p className="dlab">今天上门 {total} 户</p>
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
      {total > visits.length && (
        <p className="sub">
          先列 {visits.length} 户，其余的在<Link to="/queue/authentications">认证的队列</Link>里。
        </p>
      )}
    </section>
  );
}
