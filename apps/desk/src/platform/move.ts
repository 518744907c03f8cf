import { staffApi } from '@assist/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { call } from './api.ts';
import { useCommand } from './use-command.ts';

/** Townships a household can go to. */
export const useMoveTargets = () => useQuery({ queryKey: ['move-targets'], queryFn: () => call(staffApi.moveTargets, {}) });

/** Moves a household or an application; again is the same. What was shown of it is fetched anew. */
export function useMove(about: 'case' | 'application', id: string) {
  const queries = useQueryClient();
  const [moveId] = useState(() => crypto.randomUUID());
  return useCommand(
    useCallback(
      async (_key: string, toOfficeId: string, reason: string) => {
        const done = await call(staffApi.moveCase, { params: { moveId }, body: { about, id, toOfficeId, reason } });
        await queries.invalidateQueries();
        return done;
      },
      [queries, moveId, about, id],
    ),
  );
}
