import { staffApi } from '@assist/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { call } from '../../platform/api.ts';
import { supervisorKey } from '../../platform/supervisor.ts';
import { useCommand } from '../../platform/use-command.ts';
import { placeItem } from '../../platform/work.ts';

/** Writes what was decided; the notice then leaves the page. */
export function useDecide() {
  const queries = useQueryClient();
  return useCommand(
    useCallback(
      async (_key: string, noticeId: string, decision: string) => {
        const done = await call(staffApi.decideNotice, { params: { noticeId }, body: { decision } });
        await queries.invalidateQueries({ queryKey: supervisorKey });
        return done;
      },
      [queries],
    ),
  );
}

/** Takes what somebody else holds into one's own hands, with the reason. */
export function useTakeOver() {
  const queries = useQueryClient();
  return useCommand(
    useCallback(
      async (key: string, workItemId: string, reason: string) => {
        const item = await call(staffApi.takeItemOver, { params: { workItemId }, body: { reason }, key });
        placeItem(queries, item);
        await queries.invalidateQueries({ queryKey: supervisorKey });
        return item;
      },
      [queries],
    ),
  );
}
