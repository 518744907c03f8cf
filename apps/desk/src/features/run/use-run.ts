import { type APPLIED_AS, type RecordedEvent, type RunView, staffApi } from '@assist/contracts';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { call } from '../../platform/api.ts';
import { useCommand } from '../../platform/use-command.ts';
import { useOne } from '../../platform/use-one.ts';
import { queueKey } from '../../platform/work.ts';
import { besideKey } from './use-beside.ts';

const runKey = (runId: string) => ['run', runId] as const;

export const useRun = (runId: string) => useOne(runKey(runId), () => call(staffApi.run, { params: { runId } }));
export const useRunOfApplication = (applicationId: string) =>
  useOne(['run-of-application', applicationId], () => call(staffApi.runOfApplication, { params: { applicationId } }));

/** The key of the act is the id of the event: pressing again after a broken connection is the same event. */
export function useRecord(runId: string) {
  const queries = useQueryClient();
  return useCommand(
    useCallback(
      async (key: string, body: RecordedEvent) => {
        const view = await call(staffApi.recordEvent, { params: { runId, eventId: key }, body });
        queries.setQueryData<RunView>(runKey(runId), view);
        void queries.invalidateQueries({ queryKey: [...queueKey, 'newest'] });
        void queries.invalidateQueries({ queryKey: [...queueKey, 'mine'] });
        return view;
      },
      [queries, runId],
    ),
  );
}

/** What somebody said in the app, on record as heard: the event has the statement's own id, and the server writes its own words. */
export function useHear(runId: string) {
  const queries = useQueryClient();
  return useCommand(
    useCallback(
      async (_key: string, eventId: string) => {
        const body = { kind: 'heard' as const, reason: '本人在手机上说的' };
        const view = await call(staffApi.recordEvent, { params: { runId, eventId }, body });
        queries.setQueryData<RunView>(runKey(runId), view);
        return view;
      },
      [queries, runId],
    ),
  );
}

/** By whose rules the application is handled from now on. */
export function useHandleAs(runId: string) {
  const queries = useQueryClient();
  return useCommand(
    useCallback(
      async (_key: string, procedure: (typeof APPLIED_AS)[number]) => {
        const view = await call(staffApi.handleAs, { params: { runId }, body: { procedure } });
        queries.setQueryData<RunView>(runKey(runId), view);
        // No event, and yet what the household sees is another.
        void queries.invalidateQueries({ queryKey: besideKey(runId) });
        void queries.invalidateQueries({ queryKey: [...queueKey, 'newest'] });
        return view;
      },
      [queries, runId],
    ),
  );
}

export function useHoldBack(runId: string) {
  const queries = useQueryClient();
  return useCommand(
    useCallback(
      async (_key: string, reason: string) => {
        const view = await call(staffApi.holdPostingBack, { params: { runId }, body: { reason } });
        queries.setQueryData<RunView>(runKey(runId), view);
        return view;
      },
      [queries, runId],
    ),
  );
}

export function useLiftHold(runId: string) {
  const queries = useQueryClient();
  return useCommand(
    useCallback(
      async (liftId: string, reason: string) => {
        const view = await call(staffApi.liftPostingHold, { params: { runId, liftId }, body: { reason } });
        queries.setQueryData<RunView>(runKey(runId), view);
        return view;
      },
      [queries, runId],
    ),
  );
}

export const useWatched = () =>
  useInfiniteQuery({
    queryKey: ['watched'],
    queryFn: ({ pageParam }) => call(staffApi.watched, { query: { ...(pageParam && { cursor: pageParam }) } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    gcTime: 0,
    refetchOnWindowFocus: false,
    retry: 1,
  });

/** Runs that wait for this person, or all that are open. */
export const useRuns = (waitingForMe: boolean) =>
  useInfiniteQuery({
    queryKey: ['runs', waitingForMe],
    queryFn: ({ pageParam }) =>
      call(staffApi.runs, { query: { ...(waitingForMe && { waitingFor: 'me' as const }), ...(pageParam && { cursor: pageParam }) } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    gcTime: 0,
    refetchOnWindowFocus: false,
    retry: 1,
  });
