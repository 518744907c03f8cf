import { type StandardOutcome, type StandardStep, staffApi } from '@assist/contracts';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { call } from '../../platform/api.ts';
import { useCommand } from '../../platform/use-command.ts';

const KEY = ['standards'] as const;

export const useStandards = () => useQuery({ queryKey: KEY, queryFn: () => call(staffApi.standards, {}), retry: 1 });

/** While the worker works it out, it is looked at again by itself. */
const LOOK_EVERY = 5000;

export const useStandardRun = (standardRunId: string, outcome: StandardOutcome | undefined) =>
  useInfiniteQuery({
    queryKey: [...KEY, standardRunId, outcome ?? ''],
    queryFn: ({ pageParam }) =>
      call(staffApi.standardRun, {
        params: { standardRunId },
        query: { ...(outcome && { outcome }), ...(pageParam && { cursor: pageParam }) },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: (query) => (query.state.data?.pages[0]?.run.ready === false ? LOOK_EVERY : false),
    refetchOnWindowFocus: false,
    retry: 1,
  });

/** Begins a run, or looks again (`known`) for households that came since. A new one keeps its id until the server said that it has it. */
export function useStart(known?: string) {
  const queries = useQueryClient();
  return useCommand(
    useCallback(
      async (key: string, standardFrom: string) => {
        const params = { standardRunId: known ?? key };
        const run = await call(staffApi.startStandardRun, { params, body: { standardFrom: standardFrom as never } });
        await queries.invalidateQueries({ queryKey: KEY });
        return run;
      },
      [queries, known],
    ),
  );
}

/** One step for several households; what was refused comes back with what is missing. */
export function useStep(standardRunId: string) {
  const queries = useQueryClient();
  return useCommand(
    useCallback(
      async (_key: string, step: StandardStep, caseIds: readonly string[]) => {
        const { items } = await call(staffApi.stepStandardRun, { params: { standardRunId }, body: { step, caseIds: [...caseIds] } });
        await queries.invalidateQueries({ queryKey: KEY });
        return items;
      },
      [queries, standardRunId],
    ),
  );
}
