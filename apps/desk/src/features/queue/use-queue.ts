import { type QueueFilter, type QueuePage, staffApi, type WorkItemView } from '@assist/contracts';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { call } from '../../platform/api.ts';
import { queueKey } from '../../platform/work.ts';
import type { LaneId } from './lanes.tsx';

/** Milliseconds between two looks for something new. */
const LOOK_EVERY = 30_000;

const pageOf = (lane: LaneId | undefined, filter: QueueFilter, cursor?: string): Promise<QueuePage> =>
  call(staffApi.queue, { query: { filter, ...(lane && { lane }), ...(cursor && { cursor }) } });

/** The rows as they stand, until somebody asks for the newest; nothing refetches them by itself. */
export const useRows = (lane: LaneId, filter: QueueFilter) =>
  useInfiniteQuery({
    queryKey: [...queueKey, 'rows', lane, filter],
    queryFn: ({ pageParam }) => pageOf(lane, filter, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: QueuePage) => last.next ?? undefined,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    // Coming back starts from the newest: rows may only change while nobody looks at them.
    gcTime: 0,
    retry: 1,
  });

/** The newest first page, looked at from time to time beside the rows. It feeds the counts and the line that offers it. */
export const useNewest = (lane: LaneId, filter: QueueFilter) =>
  useQuery({
    queryKey: [...queueKey, 'newest', lane, filter],
    queryFn: () => pageOf(lane, filter),
    refetchInterval: LOOK_EVERY,
    placeholderData: keepPreviousData,
    retry: false,
  });

/** What lies on one's own desk, for the column at the right. */
export const useMine = (enabled: boolean) =>
  useQuery({
    queryKey: [...queueKey, 'mine'],
    queryFn: () => pageOf(undefined, 'mine'),
    refetchInterval: LOOK_EVERY,
    enabled,
    retry: false,
  });

/** The first that would be handed out: nobody has it and it does not wait for the resident. Only shown; the claim asks the rule again. */
export const useFirstFree = (enabled: boolean) =>
  useQuery({
    queryKey: [...queueKey, 'newest', 'any', 'unclaimed'],
    queryFn: () => pageOf(undefined, 'unclaimed'),
    refetchInterval: LOOK_EVERY,
    enabled,
    retry: false,
    select: (page): WorkItemView | undefined => page.items.find((i) => !i.claimedBy && i.state !== 'correction-asked'),
  });

/** Whom the township meets today by arrangement. */
export const useVisitsToday = (enabled: boolean) =>
  useQuery({
    queryKey: [...queueKey, 'visits-today'],
    queryFn: () => call(staffApi.visitsToday, {}),
    refetchInterval: LOOK_EVERY,
    enabled,
    retry: false,
  });
