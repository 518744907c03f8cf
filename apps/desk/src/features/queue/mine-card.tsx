import type { QueuePage } from '@assist/contracts';
import { Link } from 'react-router';
import { DueBadge } from '../../components/due-badge.tsx';
import { pathOf } from './lanes.tsx';

const SHOWN = 8;

export function MineCard({ page }: { readonly page: QueuePage | undefined }) {
  if (!page) return null;
  const items = page.items.slice(0, SHOWN);
  return (
    <section className="card mine" aria-label="我手上">
      <p className="dlab">我手上 {page.counts.mine} 件</p>
      {items.length === 0 ? (
        <p className="sub">现在没有。按 N 领下一件。</p>
      ) : (
        <ul>
          {items.map((i) => (
            <li key={i.workItemId}>
              <Link to={pathOf(i) ?? '/queue/identity?show=mine'}>{i.applicantName}</Link>
              <DueBadge left={i.step.left} />
            </li>
          ))}
        </ul>
      )}
      {page.counts.accepted > 0 && (
        <p className="sub">
          <Link to="/queue/applications?show=accepted">已受理 {page.counts.accepted} 件</Link>，期限在走
        </p>
      )}
    </section>
  );
}
