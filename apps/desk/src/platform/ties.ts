import { staffApi } from '@assist/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { call } from './api.ts';
import { useCommand } from './use-command.ts';

const key = ['round-ties'] as const;

/** Phones that are tied to village assistants: an assistant's own, a clerk's whole township. */
export const useTies = () => useQuery({ queryKey: key, queryFn: () => call(staffApi.roundTies, {}), retry: 1 });

export function useEndTie() {
  const queries = useQueryClient();
  return useCommand(
    useCallback(
      async (_key: string, tieId: string) => {
        const done = await call(staffApi.endRoundTie, { params: { tieId } });
        await queries.invalidateQueries({ queryKey: key });
        return done;
      },
      [queries],
    ),
  );
}
