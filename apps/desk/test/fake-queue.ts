import { LANE_OF, LANES, QUEUE_FILTERS, WORK_KINDS } from '@assist/contracts';
import type { FakeTown } from './fake-town.ts';

/** One page of a lane by a filter, with the counts of all of them. */
export function queueOf(town: FakeTown, query: URLSearchParams) {
  const kind = query.get('kind');
  const lane = query.get('lane');
  const of = (filter: string | null) =>
    town.items.filter((i) => {
      if (kind && i.kind !== kind) return false;
      if (lane && LANE_OF[i.kind] !== lane) return false;
      if (filter === 'mine') return i.claimedBy?.staffId === town.staff?.staffId;
      if (filter === 'unclaimed') return !i.claimedBy && i.state !== 'accepted';
      if (filter === 'open' || filter === null) return i.state !== 'accepted';
      if (filter === 'not-agreed') return i.marks.includes('not-agreed');
      if (filter === 'reviews-due') return i.marks.includes('review-due');
      return i.state === filter;
    });
  const found = of(query.get('filter'));
  const from = Number(query.get('cursor') ?? 0);
  const to = from + town.pageSize;
  return {
    items: found.slice(from, to),
    next: to < found.length ? String(to) : null,
    counts: Object.fromEntries(QUEUE_FILTERS.map((f) => [f, of(f).length])),
    lanes: Object.fromEntries(WORK_KINDS.map((k) => [k, town.items.filter((i) => i.kind === k).length])),
    pressing: Object.fromEntries(
      LANES.map((l) => {
        const left = town.items.filter((i) => LANE_OF[i.kind] === l && i.state !== 'accepted').map((i) => i.step.left);
        const nearest = left.length > 0 ? Math.min(...left) : null;
        return [l, { past: left.filter((n) => n < 0).length, today: left.filter((n) => n === 0).length, nearest }];
      }),
    ),
  };
}
