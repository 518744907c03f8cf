import { QUEUE_FILTERS, type QueueFilter, type QueuePage } from '@assist/contracts';
import { Link } from 'react-router';
import { LANES, type LaneId } from './lanes.tsx';
import { ORDER_SENTENCE } from './lists.ts';

const NAMES: Readonly<Record<Exclude<QueueFilter, 'accepted' | 'closed'>, string>> = {
  open: '全部',
  unclaimed: '没人领',
  mine: '我手上',
  'correction-asked': '等群众补',
  'correction-answered': '补来了',
  'not-agreed': '我没同意',
  'reviews-due': '核查到期',
};
const PLAIN: readonly QueueFilter[] = ['open', 'unclaimed', 'mine', 'closed'];
const WITH_NOT_AGREED: readonly QueueFilter[] = ['open', 'unclaimed', 'mine', 'not-agreed', 'closed'];
const OF_LANE: Readonly<Record<LaneId, readonly QueueFilter[]>> = {
  applications: ['open', 'unclaimed', 'mine', 'correction-asked', 'correction-answered', 'not-agreed', 'accepted'],
  identity: PLAIN,
  changes: ['open', 'unclaimed', 'mine', 'reviews-due', 'not-agreed', 'closed'],
  authentications: WITH_NOT_AGREED,
  alerts: PLAIN,
  objections: PLAIN,
  complaints: PLAIN,
};
/** What has left the lane is called by what ended it. */
const nameOf = (filter: QueueFilter, lane: LaneId): string => (isEnded(filter) ? LANES[lane].ended : NAMES[filter]);

export const isEnded = (filter: QueueFilter): filter is 'accepted' | 'closed' => filter === 'accepted' || filter === 'closed';
/** Where a lane shows what has left it. */
export const endedOf = (lane: LaneId): 'accepted' | 'closed' => (OF_LANE[lane].includes('accepted') ? 'accepted' : 'closed');
export const isFilter = (text: string | null): text is QueueFilter => QUEUE_FILTERS.includes(text as QueueFilter);

interface FiltersProps {
  readonly lane: LaneId;
  readonly now: QueueFilter;
  readonly counts: QueuePage['counts'] | undefined;
  /** Identities to be settled: no lane of their own, they stand beside the applications. */
  readonly identities: number | undefined;
  readonly onPick: (filter: QueueFilter) => void;
}

export function Filters({ lane, now, counts, identities, onPick }: FiltersProps) {
  return (
    <fieldset className="filters" aria-label="筛选">
      {OF_LANE[lane].map((f) => (
        <button key={f} type="button" className="chip" aria-pressed={f === now} onClick={() => onPick(f)}>
          {nameOf(f, lane)} <span className="nums">{counts?.[f] ?? ''}</span>
        </button>
      ))}
      {lane === 'applications' && (
        <Link className="chip" to={LANES.identity.path}>
          {LANES.identity.name} <span className="nums">{identities ?? ''}</span>
        </Link>
      )}
      {lane === 'identity' && (
        <Link className="chip" to={LANES.applications.path}>
          回新申请
        </Link>
      )}
      <span className="filters__order">{isEnded(now) ? '后收到的在前' : ORDER_SENTENCE}</span>
    </fieldset>
  );
}
