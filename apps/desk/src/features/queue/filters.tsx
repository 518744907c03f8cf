import { QUEUE_FILTERS, type QueueFilter, type QueuePage, type WorkKind } from '@assist/contracts';

const NAMES: Readonly<Record<QueueFilter, string>> = {
  open: '全部',
  unclaimed: '没人领',
  mine: '我手上',
  'correction-asked': '等群众补',
  'correction-answered': '补来了',
  accepted: '已受理',
};
const OF_KIND: Readonly<Record<WorkKind, readonly QueueFilter[]>> = {
  application: ['open', 'unclaimed', 'mine', 'correction-asked', 'correction-answered', 'accepted'],
  'identity-conflict': ['open', 'unclaimed', 'mine', 'accepted'],
};
/** What has left the lane is called by what ended it. */
const nameOf = (filter: QueueFilter, kind: WorkKind): string =>
  filter === 'accepted' && kind === 'identity-conflict' ? '写明了' : NAMES[filter];

export const isFilter = (text: string | null): text is QueueFilter => QUEUE_FILTERS.includes(text as QueueFilter);

interface FiltersProps {
  readonly kind: WorkKind;
  readonly now: QueueFilter;
  readonly counts: QueuePage['counts'] | undefined;
  readonly onPick: (filter: QueueFilter) => void;
}

export function Filters({ kind, now, counts, onPick }: FiltersProps) {
  return (
    <fieldset className="filters" aria-label="筛选">
      {OF_KIND[kind].map((f) => (
        <button key={f} type="button" className="chip" aria-pressed={f === now} onClick={() => onPick(f)}>
          {nameOf(f, kind)} <span className="nums">{counts?.[f] ?? ''}</span>
        </button>
      ))}
    </fieldset>
  );
}
