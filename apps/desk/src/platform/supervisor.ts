import { staffApi } from '@assist/contracts';
import { useQuery } from '@tanstack/react-query';
import { call } from './api.ts';

export const supervisorKey = ['supervisor'] as const;
const LOOK_EVERY = 60_000;

/** What waits for a supervisor; the menu shows how many, the page shows them. Looked at by itself, as nobody presses for a warning. */
export const useSupervisorInbox = (enabled: boolean) =>
  useQuery({
    queryKey: supervisorKey,
    queryFn: () => call(staffApi.supervisorInbox, {}),
    enabled,
    refetchInterval: LOOK_EVERY,
    retry: false,
  });
