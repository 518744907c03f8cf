import type { WorkItemView } from '@assist/contracts';
import { Button } from 'antd';
import { Link } from 'react-router';
import { DueBadge, TotalBar } from '../../components/due-badge.tsx';
import { STATE_WORDS } from '../../components/state-words.ts';
import { dayOfInstant } from '../../platform/dates.ts';
import { useMayHand } from './hand-dialog.tsx';
import { LANES, type LaneId, pathOf } from './lanes.tsx';
import { Marks } from './marks.tsx';

interface RowProps {
  readonly item: WorkItemView;
  readonly lane: LaneId;
  readonly staffId: string;
  readonly mayAct: boolean;
  readonly busy: boolean;
  /** Has left the queue: there is nothing to claim. */
  readonly closed: boolean;
  readonly onClaim: (item: WorkItemView) => void;
  readonly onSettle: (item: WorkItemView) => void;
  readonly onHand: (item: WorkItemView) => void;
}

/** The clock first, then the people. The name is the way in, by mouse, Enter or reader. */
export function Row({ item, lane, staffId, mayAct, busy, closed, onClaim, onSettle, onHand }: RowProps) {
  const waiting = item.state === 'correction-asked';
  const who = item.claimedBy;
  const mayHand = useMayHand(item);
  const path = pathOf(item);
  return (
    <tr className={who?.staffId === staffId ? 'row--mine' : undefined}>
      <td>
        <DueBadge left={item.step.left} waiting={waiting} provisional={item.step.due.provisional} />
        {item.kind === 'application' && <TotalBar total={item.total} />}
      </td>
      <td>
        <span className="row__t">
          {path ? (
            <Link className="row__open" to={path} data-row={item.workItemId}>
              {item.applicantName}
            </Link>
          ) : (
            <button type="button" className="row__open" data-row={item.workItemId} onClick={() => onSettle(item)}>
              {item.applicantName}
            </button>
          )}
          {/* A complaint's row says neither who nor about whom. */}
          {item.kind !== 'complaint' && `，${item.members} 人`}
          <Marks marks={item.marks} />
        </span>
        {item.about && <span className="row__about">{item.about}</span>}
        <span className="sub nums">
          {item.number && `${item.number}，`}
          {dayOfInstant(item.receivedAt)} 收到
        </span>
      </td>
      <td>{item.kind === 'identity-conflict' ? '要看证件' : STATE_WORDS[item.state]}</td>
      <td>
        {item.kind !== 'identity-conflict' ? (
          item.step.title
        ) : mayAct && who?.staffId === staffId ? (
          // Where the words were: beside the name there is no room for it, and the row would grow under the finger.
          <Button size="small" onClick={() => onSettle(item)}>
            写明哪个是本人
          </Button>
        ) : (
          '哪个账户是本人'
        )}
      </td>
      <td>
        {who ? (
          <span className="row__who">
            {who.staffId === staffId ? <b>您</b> : who.name}
            {mayHand && (
              <Button
                size="small"
                type="text"
                className="hand"
                onClick={() => onHand(item)}
                aria-label={`交接 ${item.applicantName} 这一件`}
              >
                交接
              </Button>
            )}
          </span>
        ) : closed ? (
          <span className="sub">{LANES[lane].ended}</span>
        ) : mayAct ? (
          <Button
            size="small"
            className="claim"
            disabled={busy}
            onClick={() => onClaim(item)}
            aria-label={`领 ${item.applicantName} 这一件`}
          >
            领
          </Button>
        ) : (
          <span className="sub">没人领</span>
        )}
      </td>
    </tr>
  );
}
