import { staffApi, type UrgentEnd, type UrgentItem, type UrgentOutcome } from '@assist/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { call } from '../../platform/api.ts';
import { fetchSound } from '../../platform/sound.ts';
import { urgentKey } from '../../platform/urgent.ts';
import { useCommand } from '../../platform/use-command.ts';
import { useOne } from '../../platform/use-one.ts';
import { queueKey } from '../../platform/work.ts';

const callKey = (callId: string) => [...urgentKey, callId] as const;
export const useUrgentCall = (callId: string) => useOne(callKey(callId), () => call(staffApi.urgentCall, { params: { callId } }));

/** The sound, once somebody asked to hear it. */
export const useSound = (callId: string, wanted: boolean) =>
  useQuery({
    queryKey: ['urgent-sound', callId],
    queryFn: async () => URL.createObjectURL(await fetchSound(callId)),
    enabled: wanted,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    retry: false,
  });

function useTook(callId: string): (view: UrgentItem) => UrgentItem {
  const queries = useQueryClient();
  return useCallback(
    (view) => {
      queries.setQueryData(callKey(callId), view);
      void queries.invalidateQueries({ queryKey: [...urgentKey, 'list'] });
      void queries.invalidateQueries({ queryKey: queueKey });
      return view;
    },
    [queries, callId],
  );
}

/** The key of the act is the id of the try: pressing again after a broken connection is the same try. */
export function useTry(callId: string) {
  const took = useTook(callId);
  return useCommand(
    useCallback(
      async (key: string, outcome: UrgentOutcome, note: string) =>
        took(await call(staffApi.recordUrgentTry, { params: { callId, tryId: key }, body: { outcome, note } })),
      [took, callId],
    ),
  );
}

/** Which application the call became, by the number on its receipt. */
export function useTie(callId: string) {
  const took = useTook(callId);
  return useCommand(
    useCallback(
      async (_key: string, number: string) => took(await call(staffApi.tieUrgentCall, { params: { callId }, body: { number } })),
      [took, callId],
    ),
  );
}

export function useEnd(callId: string) {
  const took = useTook(callId);
  return useCommand(
    useCallback(
      async (_key: string, how: UrgentEnd, words: string, name: string) =>
        took(
          await call(staffApi.endUrgentCall, {
            params: { callId },
            body: { how, words, ...((how === 'small-sum' || how === 'temporary') && name && { name }) },
          }),
        ),
      [took, callId],
    ),
  );
}
