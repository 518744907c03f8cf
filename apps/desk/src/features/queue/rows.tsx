import type { QueueFilter, WorkItemView } from '@assist/contracts';
import { Button } from 'antd';
import { Link } from 'react-router';
import { ProblemNote } from '../../components/problem-note.tsx';
import { endedOf, isEnded } from './filters.tsx';
import { LANES, type LaneId } from './lanes.tsx';
import { Row } from './row.tsx';

const EMPTY: Readonly<Record<Exclude<QueueFilter, 'open'>, string>> = {
  unclaimed: '都有人在办，没有要领的。',
  mine: '您手上没有。按 N 领下一件。',
  'correction-asked': '没有在等群众补的。',
  'correction-answered': '没有新补来的。',
  'not-agreed': '没有人说没同意。',
  'reviews-due': '没有到期的核查。',
  accepted: '还没有。',
  closed: '还没有。',
};

interface RowsProps {
  readonly items: readonly WorkItemView[];
  readonly all: number;
  readonly typed: string;
  readonly filter: QueueFilter;
  readonly lane: LaneId;
  readonly staffId: string;
  readonly mayAct: boolean;
  readonly busy: boolean;
  readonly more: boolean;
  readonly fetching: boolean;
  readonly error: unknown;
  /** How many have left this lane; not known at first. */
  readonly left: number | undefined;
  readonly onMore: () => void;
  readonly onClaim: (item: WorkItemView) => void;
  readonly onSettle: (item: WorkItemView) => void;
  readonly onHand: (item: WorkItemView) => void;
}

export function Rows({ items, all, typed, filter, lane, more, fetching, error, left, onMore, ...row }: RowsProps) {
  return (
    <>
      <table className="q">
        <caption className="seen-not">{LANES[lane].name}</caption>
        <thead>
          <tr>
            <th className="q__clock" scope="col">
              本步还有，总共还有
            </th>
            <th scope="col">{LANES[lane].whom}</th>
            <th className="q__state" scope="col">
              走到哪
            </th>
            <th className="q__missing" scope="col">
              差什么
            </th>
            <th className="q__who" scope="col">
              在谁手里
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Row key={item.workItemId} item={item} lane={lane} closed={isEnded(filter) || item.state === 'accepted'} {...row} />
          ))}
        </tbody>
      </table>
      {items.length === 0 && (
        <p className="empty">
          {typed.trim()
            ? `已取来的 ${all} 件里没有“${typed.trim()}”。${more ? '下面还有没取来的。' : ''}`
            : filter === 'open'
              ? LANES[lane].empty
              : EMPTY[filter]}
        </p>
      )}
      {items.length === 0 && left !== undefined && left > 0 && !typed.trim() && (filter === 'open' || filter === 'mine') ? (
        <p className="empty empty--where">
          {LANES[lane].ended}的有 {left} 件{lane === 'applications' && '，期限在走'}，
          <Link to={`?show=${endedOf(lane)}`}>在“{LANES[lane].ended}”里看</Link>
        </p>
      ) : null}
      {error !== null && <ProblemNote error={error} again={onMore} kept="上面的是先前取的" />}
      {more && (
        <Button type="text" block className="more" loading={fetching} onClick={onMore}>
          下面还有，再取一些
        </Button>
      )}
    </>
  );
}
