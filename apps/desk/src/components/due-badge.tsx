import './due-badge.css';
import { dueText, dueTone, usedPercent } from './due.ts';
import { Icon } from './icon.tsx';

interface DueBadgeProps {
  readonly left: number;
  readonly waiting?: boolean;
  readonly provisional?: boolean;
}

/** Working days left in this step: shape, then words, then colour. */
export function DueBadge({ left, waiting = false, provisional = false }: DueBadgeProps) {
  const tone = dueTone(left);
  return (
    <span className={`due due--${tone}`}>
      <Icon name={waiting ? 'papers' : tone === 'past' || tone === 'now' ? 'warn' : 'clock'} size={16} />
      {dueText(left, waiting)}
      {provisional && <small className="due__tentative">暂定</small>}
    </span>
  );
}

/** The whole clock as a bar and a number. Before acceptance there is none, and that is said. */
export function TotalBar({ total }: { readonly total: { readonly left: number; readonly workingDays?: number | undefined } | null }) {
  if (!total) return <span className="total">没受理，不起算</span>;
  const used = usedPercent(total.left, total.workingDays);
  return (
    <span className="total">
      {used !== undefined && (
        <span className="total__bar" aria-hidden="true">
          <i style={{ width: `${used}%` }} />
        </span>
      )}
      {total.left < 0 ? `总超 ${-total.left} 天` : `总 ${total.left} 天`}
    </span>
  );
}
