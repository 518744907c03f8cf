import { type QueuePage, staffApi, type WorkItemView } from '@assist/contracts';
import { type InfiniteData, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { call } from './api.ts';
import { type Command, useCommand } from './use-command.ts';

export const queueKey = ['queue'] as const;
export const caseKey = (applicationId: string) => ['case', applicationId] as const;

/** Puts one changed item where its row already stands. Rows keep their places; the order is the server's next answer's. */
export function placeItem(queries: QueryClient, item: WorkItemView): void {
  queries.setQueriesData<InfiniteData<QueuePage>>(
    { queryKey: [...queueKey, 'rows'] },
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((p) => ({ ...p, items: p.items.map((i) => (i.workItemId === item.workItemId ? item : i)) })),
      },
  );
  void queries.invalidateQueries({ queryKey: [...queueKey, 'newest'] });
  void queries.invalidateQueries({ queryKey: [...queueKey, 'mine'] });
  if (item.applicationId) void queries.invalidateQueries({ queryKey: caseKey(item.applicationId) });
}

/** Takes one item into one's own hands. */
export function useClaim(): Command<[workItemId: string], WorkItemView> {
  const queries = useQueryClient();
  return useCommand(
    useCallback(
      async (key: string, workItemId: string) => {
        const item = await call(staffApi.claimItem, { params: { workItemId }, key });
        placeItem(queries, item);
        return item;
      },
      [queries],
    ),
  );
}

/** Lets the queue's rule hand out the next one, with the reason why it is this one. */
export function useClaimNext(): Command<[], { item: WorkItemView | null; why: string }> {
  const queries = useQueryClient();
  return useCommand(
    useCallback(
      async (key: string) => {
        const next = await call(staffApi.claimNext, { key });
        if (next.item) placeItem(queries, next.item);
        return next;
      },
      [queries],
    ),
  );
}

/** Puts an item back, with the reason. */
export function useRelease(): Command<[workItemId: string, reason: string], WorkItemView> {
  const queries = useQueryClient();
  return useCommand(
    useCallback(
      async (key: string, workItemId: string, reason: string) => {
        const item = await call(staffApi.releaseItem, { params: { workItemId }, body: { reason }, key });
        placeItem(queries, item);
        return item;
      },
      [queries],
    ),
  );
}
