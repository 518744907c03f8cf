import { type AuthenticationItem, staffApi } from '@assist/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { call } from '../../platform/api.ts';
import { useCommand } from '../../platform/use-command.ts';
import { useOne } from '../../platform/use-one.ts';
import { queueKey } from '../../platform/work.ts';

const itemKey = (workItemId: string) => ['authentication-item', workItemId] as const;
type Arrange = Parameters<typeof call<typeof staffApi.arrangeVisit>>[1]['body'];
type Visited = Parameters<typeof call<typeof staffApi.recordVisit>>[1]['body'];
type Looked = Parameters<typeof call<typeof staffApi.lookAtEvidence>>[1]['body'];

export const useItem = (workItemId: string) =>
  useOne(itemKey(workItemId), () => call(staffApi.openAuthenticationItem, { params: { workItemId } }));

function useAfter(workItemId: string) {
  const queries = useQueryClient();
  return useCallback(
    async <T>(done: T): Promise<T> => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: [...queueKey, 'newest'] }),
        queries.invalidateQueries({ queryKey: [...queueKey, 'mine'] }),
        queries.invalidateQueries({ queryKey: itemKey(workItemId) }),
      ]);
      return done;
    },
    [queries, workItemId],
  );
}

export function useArrange(one: AuthenticationItem) {
  const after = useAfter(one.item.workItemId);
  const visitId = one.visit?.visitId ?? '';
  return useCommand(
    useCallback(
      async (_key: string, body: Arrange) => after(await call(staffApi.arrangeVisit, { params: { visitId }, body })),
      [after, visitId],
    ),
  );
}

export function useRecordVisit(one: AuthenticationItem) {
  const after = useAfter(one.item.workItemId);
  const visitId = one.visit?.visitId ?? '';
  return useCommand(
    useCallback(
      async (_key: string, body: Visited) => after(await call(staffApi.recordVisit, { params: { visitId }, body })),
      [after, visitId],
    ),
  );
}

export function useLooked(one: AuthenticationItem) {
  const after = useAfter(one.item.workItemId);
  const authenticationId = one.evidence?.authenticationId ?? '';
  return useCommand(
    useCallback(
      async (_key: string, body: Looked) => after(await call(staffApi.lookAtEvidence, { params: { authenticationId }, body })),
      [after, authenticationId],
    ),
  );
}

export function useSettleSignal(one: AuthenticationItem) {
  const { workItemId } = one.item;
  const after = useAfter(workItemId);
  return useCommand(
    useCallback(
      async (_key: string, note: string) => after(await call(staffApi.settleSignal, { params: { workItemId }, body: { note } })),
      [after, workItemId],
    ),
  );
}
