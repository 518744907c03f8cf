import { QUEUE_FILTERS, type QueueFilter, type QueuePage } from '@assist/contracts';

const NAMES: Readonly<Record<QueueFilter, string>> = {
  open: '全部',
  unclaimed: '没人领',
  mine: '我手上',
  'correction-asked': '等群众补',
  'correction-answered': '补来了',
  accepted: '已受理',
};
const ORDER: readonly QueueFilter[] = ['open', 'unclaimed', 'mine', 'correction-asked', 'correction-answered', 'accepted'];

export const isFilter = (text: string | null): text is QueueFilter => QUEUE_FILTERS.includes(text as QueueFilter);

interface FiltersProps {
  readonly now: QueueFilter;
  readonly counts: QueuePage['counts'] | undefined;
  readonly onPick: (filter: QueueFilter) => void;
}

export function Filters({ now, counts, onPick }: FiltersProps) {
  return (
    <fieldset className="filters" aria-label="筛选">
      {ORDER.map((f) => (
        <button key={f} type="button" className="chip" aria-pressed={f === now} onClick={() => onPick(f)}>
          {NAMES[f]} <span className="nums">{counts?.[f] ?? ''}</span>
        </button>
      ))}
    </fieldset>
  );
}
